import type { LessonQuestion } from "./LessonQuestion.ts";

/** What a network that learned by heart does on others. */
export const heartQuestion: LessonQuestion = {
  id: "heart",
  right: 1,
  texts: {
    en: {
      question:
        "A network with 64 hidden units sees 30 digits again and again until it gets all of them right. How many of 500 others does it get right?",
      answers: [
        {
          text: "All of them: it has learned digits",
          why: "It has learned these 30. Another 3 looks a little different.",
        },
        {
          text: "Clearly fewer",
          why: "The gap between the two is overfitting. Train it below and see how wide the gap is.",
        },
        {
          text: "One in ten, as by guessing",
          why: "It has learned something of what digits have in common, so it does better than that.",
        },
      ],
    },
    zh: {
      question: "一个有 64 个隐藏单元的网络反复看 30 个数字，直到全部答对。另外 500 个数字它能答对多少？",
      answers: [
        { text: "全部：它学会了数字", why: "它学会的是这 30 个。换一个 3，样子就有点不同。" },
        { text: "明显少一些", why: "两者之间的差距就是过拟合。在下面训练一次，看看差距有多大。" },
        { text: "十分之一，像猜的一样", why: "它多少学到了数字的共同之处，所以比猜要好。" },
      ],
    },
  },
};
