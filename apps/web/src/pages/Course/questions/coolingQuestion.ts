import type { LessonQuestion } from "./LessonQuestion.ts";

/** What a rate that stays high costs. */
export const coolingQuestion: LessonQuestion = {
  id: "cooling",
  right: 2,
  texts: {
    en: {
      question:
        "A high learning rate finds the way fast. What happens when it stays as high until the last step?",
      answers: [
        {
          text: "Nothing: it has arrived",
          why: "At a high rate each step still leaps about the lowest point and does not settle there.",
        },
        {
          text: "The loss becomes infinite",
          why: "Only when the rate is too high from the start. Here it learned well with it.",
        },
        {
          text: "It ends anywhere about the best place",
          why: "In the experiment below, that cost 4.5 points of accuracy: more than any other part.",
        },
      ],
    },
    zh: {
      question: "较高的学习率很快就能找到方向。如果一直到最后一步都这么高，会怎样？",
      answers: [
        { text: "没什么：它已经到了", why: "学习率高时，每一步仍在最低点周围跳来跳去，安定不下来。" },
        { text: "损失变成无穷大", why: "只有从一开始就太高才会这样。这里用它学得很好。" },
        {
          text: "停在最好位置附近的任意一处",
          why: "在下面的实验里，这让准确率少了 4.5 个百分点，比其他任何一项都多。",
        },
      ],
    },
  },
};
