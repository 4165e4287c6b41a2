import { defineMessages } from "../../../i18n/defineMessages.ts";

/** Texts of double descent. */
export const doubleDescentMessages = defineMessages({
  en: {
    doubleDescent: "Double descent",
    doubleDescentText:
      "Is it a 0 or a 1? Networks of 5 to 800 hidden units answer. Their hidden weights stay as they were drawn, and the last layer is solved, so that nothing but the size differs.",
    digits: "Training digits",
    noise: "Labels drawn by lot",
    penalty: "Weight decay",
    none: "None",
    some: "A little",
    measure: "Measure",
    measuring: "Measuring …",
    wrong: "Wrong answers",
    seen: "training digits",
    unseen: "500 other digits",
    units: "hidden units",
    label: (units: string, seen: string, unseen: string) =>
      `With ${units} hidden units ${seen} of the training digits are wrong, ${unseen} of the others`,
    notMeasured: "Nothing is measured yet: it takes a few seconds.",
    failed: "The networks could not be measured",
    fewer: "Best with fewer units than digits",
    same: "As many units as digits",
    most: "Most units",
    others: "Wrong of the others",
  },
  zh: {
    doubleDescent: "双下降",
    doubleDescentText:
      "一个数字是 0 还是 1？由 5 到 800 个隐藏单元的网络来回答。隐藏层的权重保持随机取得的样子，最后一层直接求解，因此除了大小没有别的差别。",
    digits: "训练数字",
    noise: "随机给出的标签",
    penalty: "权重衰减",
    none: "无",
    some: "少许",
    measure: "测量",
    measuring: "测量中…",
    wrong: "错误率",
    seen: "训练数字",
    unseen: "另外 500 个数字",
    units: "隐藏单元数",
    label: (units, seen, unseen) => `${units} 个隐藏单元时，训练数字错 ${seen}，其他数字错 ${unseen}`,
    notMeasured: "尚未测量：只需几秒钟。",
    failed: "无法测量这些网络",
    fewer: "单元少于数字时最好的",
    same: "单元与数字一样多",
    most: "单元最多",
    others: "其他数字的错误率",
  },
});
