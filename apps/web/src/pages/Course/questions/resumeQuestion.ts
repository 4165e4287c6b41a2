import type { LessonQuestion } from "./LessonQuestion.ts";

/** What a model lacks that a checkpoint has. */
export const resumeQuestion: LessonQuestion = {
  id: "resume",
  right: 2,
  texts: {
    en: {
      question:
        "A training with Adam stops after two epochs, and goes on from the saved model alone. Does it end with the weights of one that was never stopped?",
      answers: [
        {
          text: "Yes, the model has all weights",
          why: "Adam steps by running means of the gradients, and they are no part of the model.",
        },
        {
          text: "Yes, if the seed is the same",
          why: "The order of the pictures is then the same, but the means in Adam begin at zero again.",
        },
        {
          text: "No, the optimizer has forgotten its state",
          why: "That is why a checkpoint holds it, with the place in the epoch.",
        },
      ],
    },
    zh: {
      question: "用 Adam 训练两个轮次后停下，只从保存的模型继续。最后的权重和从未停过的训练一样吗？",
      answers: [
        { text: "一样，模型里有全部权重", why: "Adam 按梯度的滑动平均走步，而这些平均值不属于模型。" },
        { text: "种子相同就一样", why: "图像的顺序会相同，但 Adam 的平均值又从零开始。" },
        { text: "不一样，优化器忘了自己的状态", why: "所以检查点把它和轮次中的位置一起保存。" },
      ],
    },
  },
};
