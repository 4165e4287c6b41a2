import type { LessonQuestion } from "./LessonQuestion.ts";

/** What softmax makes of equal logits. */
export const equalQuestion: LessonQuestion = {
  id: "equal",
  right: 1,
  texts: {
    en: {
      question:
        "A network gives the same output, 2, for each of three classes. What probability does softmax make of each?",
      answers: [
        { text: "2", why: "Probabilities are from 0 to 1, and sum to 1." },
        { text: "1/3", why: "Only differences between the outputs count: equal ones share the 1 equally." },
        {
          text: "0, since it knows nothing",
          why: "They sum to 1, whatever it knows. Not knowing looks like equal shares.",
        },
      ],
    },
    zh: {
      question: "网络对三个类别给出相同的输出 2。softmax 会给每个类别多大的概率？",
      answers: [
        { text: "2", why: "概率在 0 到 1 之间，总和为 1。" },
        { text: "1/3", why: "只有输出之间的差别起作用：相同的输出平分这个 1。" },
        { text: "0，因为它什么都不知道", why: "不管知道多少，概率总和都是 1。不知道就表现为平分。" },
      ],
    },
  },
};
