import { counted } from "../../../i18n/counted.ts";
import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText } from "../../../i18n/numberText.ts";

/** Texts of backpropagation in numbers. */
export const backpropMessages = defineMessages({
  en: {
    backprop: "One sample there and back, in numbers",
    backpropText:
      "Two inputs pass three layers; the loss is the squared error of the one output. Point at a number, or go there by the arrow keys, to see where it comes from.",
    input: (index: string) => `Input ${index}`,
    target: "Target",
    step: "One step",
    reset: "Begin anew",
    layer: (index: string) => `Layer ${index}`,
    unit: "unit",
    weight: (from: string) => `weight of ${from}`,
    gradient: "gradient",
    bias: "bias",
    sum: "sum",
    output: "output",
    outputGradient: "gradient of the output",
    sumGradient: "gradient of the sum",
    weightGradient: "gradient of the weight",
    lossAfter: (steps: number) => `Loss after ${counted(steps, "step")} at a rate of 0.1`,
  },
  zh: {
    backprop: "一个样本的去与回，用数字看",
    backpropText:
      "两个输入经过三层；损失是唯一输出的平方误差。指向一个数，或用方向键移到它上面，就能看到它从哪里来。",
    input: (index) => `输入 ${index}`,
    target: "目标",
    step: "走一步",
    reset: "重新开始",
    layer: (index) => `第 ${index} 层`,
    unit: "神经元",
    weight: (from) => `来自 ${from} 的权重`,
    gradient: "梯度",
    bias: "偏置",
    sum: "加权和",
    output: "输出",
    outputGradient: "输出的梯度",
    sumGradient: "加权和的梯度",
    weightGradient: "权重的梯度",
    lossAfter: (steps) => `学习率 0.1，${numberText(steps)} 步之后的损失`,
  },
});
