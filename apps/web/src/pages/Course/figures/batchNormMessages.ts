import { defineMessages } from "../../../i18n/defineMessages.ts";

/** Texts of batch normalization. */
export const batchNormMessages = defineMessages({
  en: {
    batchNorm: "Batch normalization, in numbers",
    batchNormText:
      "What a unit gives for a batch of 12 samples, one of them ringed. Subtract the mean, divide by the deviation, then scale and shift by two learned numbers. After that it makes no difference where they stood before.",
    opened: (name: string) => `What a unit of your network, ${name}, gives for a batch of test pictures.`,
    ownText: (name: string, pictures: string) =>
      `What a unit of your network, ${name}, gives its first batch normalization for test pictures, ${pictures} of them, one ringed; of a map of numbers the middle one is drawn. Scale, shift and averages are those that it has learned.`,
    ownWithout: (name: string, pictures: string) =>
      `What a unit of the last hidden layer of your network, ${name}, gives for test pictures, ${pictures} of them, one ringed. Your network has no batch normalization: this is what one would make of it.`,
    ownSteps: (steps: string, share: string) =>
      `Steps of training so far: ${steps}. In them the averages of your network have come ${share} of the way from where they started.`,
    unit: "Unit",
    unitsOf: (shown: string, of: string) => `Units: ${shown} of ${of}, the one that varies most first.`,
    mean: "Mean of what comes in",
    deviation: "Deviation of what comes in",
    scale: "Learned scale",
    shift: "Learned shift",
    steps: "Training steps so far",
    before: "before",
    batch: "in training: by this batch",
    running: "later: by the averages of all steps",
    drawing: (mean: string, deviation: string) =>
      `A batch of mean ${mean} and deviation ${deviation}, before and after normalization`,
    formula: "The ringed sample in training",
    later: "The same when the network answers",
    settled: "Both are the same: the averages have settled.",
    unsettled: "They differ: the averages still remember how they started, at mean 0 and deviation 1.",
  },
  zh: {
    batchNorm: "用数字看批归一化",
    batchNormText:
      "一个单元对一批 12 个样本给出的值，其中一个加了圈。减去均值，除以标准差，再用两个学到的数缩放和平移。原来在哪里，已无关紧要。",
    opened: (name) => `你的网络 ${name} 的一个单元对一批测试图片给出的值。`,
    ownText: (name, pictures) =>
      `你的网络 ${name} 的一个单元，对 ${pictures} 张测试图片给第一个批归一化层的值，其中一个加了圈；如果是一张图，就画正中的那个数。缩放、平移和平均值都是它学到的。`,
    ownWithout: (name, pictures) =>
      `你的网络 ${name} 最后一个隐藏层的一个单元，对 ${pictures} 张测试图片给出的值，其中一个加了圈。你的网络没有批归一化：这里显示如果有，会是怎样。`,
    ownSteps: (steps, share) => `你的网络的平均值移动了 ${steps} 次，走完了离开起点的路程的 ${share}。`,
    unit: "单元",
    unitsOf: (shown, of) => `${of} 个单元中的 ${shown} 个，变化最大的在前。`,
    mean: "输入的均值",
    deviation: "输入的标准差",
    scale: "学到的缩放",
    shift: "学到的平移",
    steps: "已走的训练步数",
    before: "归一化之前",
    batch: "训练时：按这一批",
    running: "以后：按各步的平均",
    drawing: (mean, deviation) => `均值 ${mean}、标准差 ${deviation} 的一批，归一化前后`,
    formula: "训练时加圈的样本",
    later: "网络回答时的同一个样本",
    settled: "两者相同：平均值已经稳定。",
    unsettled: "两者不同：平均值还记得起点，均值 0、标准差 1。",
  },
});
