import { counted } from "../../i18n/counted.ts";
import { defineMessages } from "../../i18n/defineMessages.ts";
import { numberText } from "../../i18n/numberText.ts";

/** Texts of the page on which one draws. */
export const drawMessages = defineMessages({
  en: {
    intro: "Draw a digit, and a network says which one it is while you draw.",
    pad: "Drawing area. Arrow keys move the pen; the space bar puts it down and lifts it.",
    undo: "Undo",
    clear: "Clear",
    example: "Show an example",
    network: "Network",
    bundled: "mnist-convnet, trained on MNIST",
    bundledCard: (accuracy: string, parameters: string) =>
      `Comes with this page: ${parameters} parameters, ${accuracy} right on the test set of MNIST.`,
    ownModel: (name: string, accuracy: string) => `${name}, ${accuracy}`,
    assumedPixels: "The network does not say which pixels it takes. It gets them from 0 to 1.",
    misfit: (name: string, input: string, output: string) =>
      `${name} (takes ${input} and gives ${output}; drawings are 28 x 28)`,
    opening: "The network is on its way …",
    failed: "The network could not be opened",
    retry: "Try again",
    nothing: "Nothing drawn yet",
    nothingHint: "Draw a large digit with the mouse, a finger or a pen.",
    answer: "The network reads",
    answerLine: (digit: string, probability: string) => `${digit}, ${probability} sure`,
    probabilities: "Probability of each digit",
    seen: "What the network sees",
    seenHint: "28 x 28 pixels, scaled into a box of 20 and centred by mass, as the digits of MNIST are.",
    maps: "What the convolutions see",
    mapsHint:
      "A square for each filter: bright where it finds its pattern. Early filters find edges, later ones parts of digits.",
    layer: (index: string, filters: number, size: string) =>
      `Convolution ${index}: ${counted(filters, "filter")}, ${size} pixels each`,
    took: (milliseconds: string) => `answered in ${milliseconds} ms`,
  },
  zh: {
    intro: "写一个数字，神经网络会边看边猜。",
    pad: "手写区。方向键移动画笔，空格键落笔或提笔。",
    undo: "撤销",
    clear: "清空",
    example: "看一个例子",
    network: "模型",
    bundled: "mnist-convnet，在 MNIST 上训练",
    bundledCard: (accuracy, parameters) =>
      `本页自带：${parameters} 个参数，在 MNIST 测试集上的准确率为 ${accuracy}。`,
    ownModel: (name, accuracy) => `${name}，${accuracy}`,
    assumedPixels: "这个模型没有说明它需要怎样的像素值。这里给它 0 到 1 的值。",
    misfit: (name, input, output) => `${name}（输入 ${input}，输出 ${output}；手写图像是 28 x 28）`,
    opening: "正在加载模型…",
    failed: "无法打开模型",
    retry: "重试",
    nothing: "还没有写字",
    nothingHint: "用鼠标、手指或触控笔写一个大一点的数字。",
    answer: "模型认为是",
    answerLine: (digit, probability) => `${digit}，把握 ${probability}`,
    probabilities: "各数字的概率",
    seen: "模型看到的图像",
    seenHint: "28 x 28 像素：缩放到 20 像素的方框内，再按重心居中，与 MNIST 的处理方式相同。",
    maps: "卷积层看到了什么",
    mapsHint: "每个方块对应一个滤波器，越亮表示越符合它寻找的图案。浅层寻找边缘，深层寻找数字的局部。",
    layer: (index, filters, size) =>
      `第 ${index} 个卷积层：${numberText(filters)} 个滤波器，每个 ${size} 像素`,
    took: (milliseconds) => `用时 ${milliseconds} 毫秒`,
  },
});
