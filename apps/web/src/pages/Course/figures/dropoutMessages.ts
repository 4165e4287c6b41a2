import { defineMessages } from "../../../i18n/defineMessages.ts";

/** Texts of dropout. */
export const dropoutMessages = defineMessages({
  en: {
    dropout: "Dropout, step by step",
    dropoutText:
      "Eight units of a hidden layer, and one unit behind them that adds up what they give times its weights. In each training step other units are left out; the rest count for more, so that the sum stays about the same.",
    ownText: (name: string) =>
      `The units of the last hidden layer of your network, ${name}, that add most to its answer about a test picture, and the unit of that answer behind them. Were there dropout, each training step would leave out others; the rest count for more, so that the sum stays about the same.`,
    picture: "Test picture",
    shown: "The picture that the network is asked about",
    answered: (name: string, units: string, of: string) =>
      `It answers ${name}. Units drawn: ${units} of ${of}, the largest part first.`,
    rate: "Share left out",
    steps: "Training steps",
    step: "step",
    drawing: (kept: string, all: string) => `Taking part in this step: ${kept} of ${all} units`,
    sum: "Sum in this step",
    mean: "Mean of the sums so far",
    whole: "Sum with all units, as the network answers",
  },
  zh: {
    dropout: "一步一步看 dropout",
    dropoutText:
      "隐藏层的八个单元，后面一个单元把它们的输出乘以权重再相加。每个训练步略去的单元不同；其余的按比例放大，使总和大致不变。",
    ownText: (name) =>
      `你的网络 ${name} 最后一个隐藏层中，对一张测试图片的回答贡献最大的那些单元，以及后面给出这个回答的单元。如果使用 dropout，每个训练步略去的单元不同；其余的按比例放大，使总和大致不变。`,
    picture: "测试图片",
    shown: "向网络提问的图片",
    answered: (name, units, of) => `它回答 ${name}。图中是 ${of} 个单元中的 ${units} 个，贡献最大的在前。`,
    rate: "略去的比例",
    steps: "训练步数",
    step: "步",
    drawing: (kept, all) => `这一步有 ${kept} / ${all} 个单元参加`,
    sum: "这一步的总和",
    mean: "至今各步总和的平均",
    whole: "网络回答时的总和（全部单元）",
  },
});
