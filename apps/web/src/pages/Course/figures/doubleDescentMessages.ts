import { defineMessages } from "../../../i18n/defineMessages.ts";

/** Texts of double descent. */
export const doubleDescentMessages = defineMessages({
  en: {
    doubleDescent: "Double descent",
    doubleDescentText:
      "Is it a 0 or a 1? Networks of 5 to 800 hidden units answer. Their hidden weights stay as they were drawn, and the last layer is solved, so that nothing but the size differs.",
    ownText: (name: string, one: string, other: string) =>
      `Is it “${one}” or “${other}”? Your network, ${name}, takes these two for each other most. Here networks of 5 to 800 hidden units answer, on pictures of its dataset. Their hidden weights stay as they were drawn, and the last layer is solved, so that nothing but the size differs.`,
    pictures: "Training pictures",
    noise: "Labels drawn by lot",
    penalty: "Weight decay",
    none: "None",
    some: "A little",
    measure: "Measure",
    measuring: "Measuring …",
    wrong: "Wrong answers",
    seen: "training pictures",
    unseen: "other pictures",
    units: "hidden units",
    label: (units: string, seen: string, unseen: string) =>
      `With ${units} hidden units ${seen} of the training pictures are wrong, ${unseen} of the others`,
    notMeasured: "Nothing is measured yet: it takes a few seconds.",
    failed: "The networks could not be measured",
    fewer: "Best with fewer units than pictures",
    same: "As many units as pictures",
    most: "Most units",
    others: "Wrong of the others",
  },
  zh: {
    doubleDescent: "双下降",
    doubleDescentText:
      "一个数字是 0 还是 1？由 5 到 800 个隐藏单元的网络来回答。隐藏层的权重保持随机取得的样子，最后一层直接求解，因此除了大小没有别的差别。",
    ownText: (name, one, other) =>
      `是“${one}”还是“${other}”？你的网络 ${name} 最常把这两类弄混。这里由 5 到 800 个隐藏单元的网络来回答，用的是它的数据集里的图片。隐藏层的权重保持随机取得的样子，最后一层直接求解，因此除了大小没有别的差别。`,
    pictures: "训练图片",
    noise: "随机给出的标签",
    penalty: "权重衰减",
    none: "无",
    some: "少许",
    measure: "测量",
    measuring: "测量中…",
    wrong: "错误率",
    seen: "训练图片",
    unseen: "其他图片",
    units: "隐藏单元数",
    label: (units, seen, unseen) => `${units} 个隐藏单元时，训练图片错 ${seen}，其他图片错 ${unseen}`,
    notMeasured: "尚未测量：只需几秒钟。",
    failed: "无法测量这些网络",
    fewer: "单元少于图片时最好的",
    same: "单元与图片一样多",
    most: "单元最多",
    others: "其他图片的错误率",
  },
});
