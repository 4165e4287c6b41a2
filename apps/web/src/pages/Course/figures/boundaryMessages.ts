import { defineMessages } from "../../../i18n/defineMessages.ts";

/** Texts of the line of a neuron. */
export const boundaryMessages = defineMessages({
  en: {
    boundary: "The line of one neuron",
    boundaryText:
      "On the line the sum of the neuron is zero; the arrow points to the side that it takes for squares, surer the darker the ground. Hollow points are on the wrong side. Drag a point, or go from one to the next by the arrow keys and move it by these with Shift; a click or Enter changes its class.",
    layout: "Points",
    apart: "Apart",
    mixed: "A little mixed",
    corners: "In opposite corners",
    weight: (index: string) => `Weight of x${index}`,
    bias: "Bias",
    step: "One step",
    steps: "50 steps",
    reset: "Begin anew",
    disc: "disc",
    square: "square",
    point: (kind: string, x: string, y: string) => `A ${kind} at ${x}, ${y}`,
    plane: (right: string, all: string) =>
      `Discs and squares, and a straight line that has ${right} of ${all} on their side`,
    right: "On their side",
    rightOf: (right: string, all: string) => `${right} of ${all}`,
    loss: "Cross-entropy",
  },
  zh: {
    boundary: "一个神经元的直线",
    boundaryText:
      "在这条线上，神经元的加权和为零；箭头指向它认作方块的一侧，底色越深越有把握。空心的点在错误的一侧。拖动一个点，或用方向键从一个点走到下一个，按住 Shift 再按方向键移动它；点击或按回车键改变它的类别。",
    layout: "点的分布",
    apart: "分开",
    mixed: "略有混杂",
    corners: "在对角上",
    weight: (index) => `x${index} 的权重`,
    bias: "偏置",
    step: "走一步",
    steps: "走 50 步",
    reset: "重新开始",
    disc: "圆点",
    square: "方块",
    point: (kind, x, y) => `${kind}，位于 ${x}, ${y}`,
    plane: (right, all) => `圆点和方块，以及一条直线：${all} 个中有 ${right} 个在自己的一侧`,
    right: "在自己一侧",
    rightOf: (right, all) => `${all} 个中的 ${right} 个`,
    loss: "交叉熵",
  },
});
