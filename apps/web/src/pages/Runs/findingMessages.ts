import { counted } from "../../i18n/counted.ts";
import { defineMessages } from "../../i18n/defineMessages.ts";
import { numberText } from "../../i18n/numberText.ts";

/** What a training shows, in words: what happened, then what to do. */
export const findingMessages = defineMessages({
  en: {
    learnedNothing: "It learned nothing",
    shows: "What it shows",
    lossRose: (from: string, to: string) => `The loss rose from ${from} to ${to}: the steps are too large.`,
    asGuessing: (accuracy: string, chance: string) =>
      `It gets ${accuracy} of the test set right. Always answering with the most common class would get ${chance}.`,
    saysAlways: (name: string) => `This network says “${name}” to nearly everything.`,
    everywhere: (share: string) => `It answers ${share} everywhere.`,
    unlikeTraining: (training: string) =>
      `It gets ${training} of the training samples right: it has learned, but it computes differently outside training, or on data unlike those.`,
    averagesAtStart: (left: string, steps: number, momentum: string, enough: number, epochs: number) =>
      `Batch normalization predicts by averages that still hold ${left} of what they began with, after ${counted(steps, "step")} at momentum ${momentum}. Train longer, ${counted(enough, "step")} or more (${counted(epochs, "such epoch")}), or lower the momentum.`,
    rateTooHigh: (used: string, usual: string) =>
      `The learning rate was ${used}: steps that large leap over everything worth learning. The recipe uses ${usual}; try that, or something close to it.`,
    rateTooLow: (used: string, usual: string) =>
      `The learning rate was ${used}: with steps that small it has hardly moved. The recipe uses ${usual}; try that, or something close to it.`,
    sawTooLittle:
      "It has seen too little: try more epochs, or more training samples. The button “Reset to the recipe’s settings” sets both.",
    tryRate: (rate: string) => `Try a tenth of the rate, ${rate}, then another optimizer or another seed.`,
    byHeart: (points: string) =>
      `Training is ${points} points ahead of validation: it learns by heart. More data would help, or a smaller network.`,
    pastBest: (epoch: number) =>
      `Validation was best after epoch ${numberText(epoch)} and has got worse since: try stopping after ${counted(epoch, "epoch")}.`,
    noBetterThan: (name: string) =>
      `No better than ${name}: more data, or inputs that say more, help where longer training does not.`,
    unfinished: (epochs: number) =>
      `Validation was still getting better at the end: try ${counted(epochs, "epoch")}.`,
  },
  zh: {
    learnedNothing: "它什么也没学到",
    shows: "看得出什么",
    lossRose: (from, to) => `损失从 ${from} 升到了 ${to}：步子太大。`,
    asGuessing: (accuracy, chance) =>
      `它答对了测试集的 ${accuracy}。始终回答最常见的类别，也能答对 ${chance}。`,
    saysAlways: (name) => `这个网络几乎总是回答“${name}”。`,
    everywhere: (share) => `它对每个类别都回答 ${share}。`,
    unlikeTraining: (training) =>
      `训练样本它答对了 ${training}：它学到了东西，只是不训练时算得不一样，或者遇到了不同的数据。`,
    averagesAtStart: (left, steps, momentum, enough, epochs) =>
      `批归一化按滑动平均来预测，而它们在 ${numberText(steps)} 步之后（动量 ${momentum}）仍保留着初始值的 ${left}。请训练更久，至少 ${numberText(enough)} 步（这样的 ${numberText(epochs)} 轮），或者降低动量。`,
    rateTooHigh: (used, usual) =>
      `学习率是 ${used}：步子太大，会跨过所有值得学习的地方。配方用的是 ${usual}，请用它或相近的值再试。`,
    rateTooLow: (used, usual) =>
      `学习率是 ${used}：步子太小，几乎没有移动。配方用的是 ${usual}，请用它或相近的值再试。`,
    sawTooLittle: "它看到的还太少：请增加轮数或训练样本。按“恢复配方的默认值”可以一并设好。",
    tryRate: (rate) => `请试试十分之一的学习率 ${rate}；再不行就换优化器或随机种子。`,
    byHeart: (points) => `训练与验证相差 ${points} 个百分点：它在死记硬背。更多数据或更小的网络会有帮助。`,
    pastBest: (epoch) => `验证在第 ${numberText(epoch)} 轮后最好，此后变差：请试试这么多轮。`,
    noBetterThan: (name) => `不比“${name}”好：更多数据或更有信息的输入会有帮助，延长训练则不会。`,
    unfinished: (epochs) => `到最后验证仍在变好：请试试 ${numberText(epochs)} 轮。`,
  },
});
