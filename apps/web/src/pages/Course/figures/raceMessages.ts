import { counted } from "../../../i18n/counted.ts";
import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText } from "../../../i18n/numberText.ts";

/** Texts of the marbles on a loss surface. */
export const raceMessages = defineMessages({
  en: {
    race: "Marbles on a loss surface",
    raceText:
      "A network with two weights, y = w2 · tanh(w1 · x), learns a curve through 21 points; tanh is what bends it. The map shows its loss from above, the dark is high: two valleys, the same on both sides. Click where the marbles are to begin.",
    start: (weight: string) => `Start of ${weight}`,
    pace: "Learning rate of all",
    roll: "Let them roll",
    surface: "The loss for each pair of weights, with the way of each optimizer",
    optimizer: "Optimizer",
    lossAfter: (steps: number) => `Loss after ${counted(steps, "step")}`,
    broken: "higher than it began",
    sgd: "S: gradient descent",
    momentum: "M: momentum",
    rmsprop: "R: RMSProp",
    adam: "A: Adam",
  },
  zh: {
    race: "损失曲面上的弹珠",
    raceText:
      "只有两个权重的网络 y = w2 · tanh(w1 · x) 学习穿过 21 个点的曲线，tanh 让它弯曲。图是从上方看的损失，深色处高：两个山谷左右相同。点击图面，选择弹珠的起点。",
    start: (weight) => `${weight} 的起点`,
    pace: "共同的学习率",
    roll: "开始滚动",
    surface: "每一对权重的损失，以及各优化器走过的路",
    optimizer: "优化器",
    lossAfter: (steps) => `${numberText(steps)} 步后的损失`,
    broken: "比出发时更高",
    sgd: "S：梯度下降",
    momentum: "M：动量",
    rmsprop: "R：RMSProp",
    adam: "A：Adam",
  },
});
