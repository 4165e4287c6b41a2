import type { LessonQuestion } from "./LessonQuestion.ts";

/** How squared errors weigh one large miss against many small ones. */
export const missQuestion: LessonQuestion = {
  id: "miss",
  right: 0,
  texts: {
    en: {
      question:
        "One line misses a single point by 4. Another misses four points by 1 each. Which has the larger squared error in all?",
      answers: [
        {
          text: "The one with the single large miss",
          why: "4 × 4 is 16; four times 1 × 1 is 4. Squaring lets one far point pull the line towards it.",
        },
        { text: "The one with four small misses", why: "Four times 1 × 1 is 4, but 4 × 4 is 16." },
        { text: "Both the same", why: "The distances add up to 4 in both; their squares do not." },
      ],
    },
    zh: {
      question: "一条线只错一个点，偏差为 4；另一条线错四个点，每个偏差为 1。哪条的平方误差总和更大？",
      answers: [
        {
          text: "错得远的那一个点",
          why: "4 × 4 是 16，四个 1 × 1 合起来是 4。平方让一个远处的点就能把线拉过去。",
        },
        { text: "错得近的那四个点", why: "四个 1 × 1 是 4，而 4 × 4 是 16。" },
        { text: "一样大", why: "偏差加起来都是 4，平方加起来却不同。" },
      ],
    },
  },
};
