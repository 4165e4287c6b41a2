import type { LessonQuestion } from "./LessonQuestion.ts";

/** What a step of twice the distance does. */
export const leapQuestion: LessonQuestion = {
  id: "leap",
  right: 1,
  texts: {
    en: {
      question:
        "At a learning rate of 0.5 the weight of the figure below lands on the lowest point in one step. Where does it land at a rate of 1?",
      answers: [
        {
          text: "On the lowest point, twice as fast",
          why: "The step is twice as long, so it goes past that point.",
        },
        {
          text: "On the other side, exactly as high",
          why: "Twice the distance: as far beyond the lowest point as it was before it. The next step leads back, and so on for ever.",
        },
        {
          text: "Out of the valley, higher each time",
          why: "That needs a rate above 1. At 1 it is as high as before.",
        },
      ],
    },
    zh: {
      question: "学习率为 0.5 时，下图中的权重一步就落到最低点。学习率为 1 时，它会落在哪里？",
      answers: [
        { text: "落在最低点，而且快一倍", why: "步子长了一倍，所以会越过最低点。" },
        {
          text: "落在另一侧，高度正好相同",
          why: "走了两倍的距离：在最低点另一侧，离它一样远。下一步又走回来，如此往复。",
        },
        { text: "跳出谷底，一步比一步高", why: "那需要学习率大于 1。等于 1 时，高度和原来一样。" },
      ],
    },
  },
};
