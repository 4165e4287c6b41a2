import { defineMessages } from "../../i18n/defineMessages.ts";

/** Texts of the first view. */
export const homeMessages = defineMessages({
  en: {
    title: "Neural networks you can watch",
    intro:
      "Train the classic networks on the classic datasets, in this browser. Nothing to install, and nothing leaves this machine.",
    train: "Train a network",
    draw: "Draw a digit",
    seen: "A digit it has never seen",
    writing: "The network reads along …",
    answer: (name: string, percent: string) => `The network reads ${name}, ${percent} sure.`,
    another: "Another digit",
    trainedOn: (samples: string, accuracy: string) =>
      `It learned from ${samples} handwritten digits and reads ${accuracy} of 10,000 others. This one was written by a program, and the answer computed beforehand.`,
    data: "Images, labels, and the numbers that they are to a network.",
    own: "Pictures or a table of yours: teach a network, and try it.",
    build: "Put layers in a row, and watch what they learn.",
    teach: "Teach it something of yours",
    trainPage: "Choose an experiment, and watch loss and accuracy as it learns.",
    runs: "Which run was better, and why: curves over each other, settings side by side.",
    evaluate: "What it gets right, what it confuses, and its worst mistakes.",
    drawPage: "Write a digit, and see what each convolution makes of it.",
    regression: "A line that finds its way through the prices of houses.",
    course: "Eight lessons, each with something to move, a question and a task.",
    glossary: "What the words mean, from epoch to logit.",
  },
  zh: {
    title: "看得见的神经网络",
    intro: "在这个浏览器里，用经典数据集训练经典网络。无需安装，数据也不会离开这台电脑。",
    train: "训练一个神经网络",
    draw: "写一个数字",
    seen: "它从未见过的数字",
    writing: "模型边写边读…",
    answer: (name, percent) => `模型认为是 ${name}，把握 ${percent}。`,
    another: "换一个数字",
    trainedOn: (samples, accuracy) =>
      `它从 ${samples} 个手写数字中学习，在另外 10,000 个上的准确率为 ${accuracy}。这个数字由程序写成，答案是事先算好的。`,
    data: "图像、标签，以及它们在网络眼中的数字。",
    own: "用你自己的图片或表格教一个网络，再试一试。",
    build: "把层排成一行，看它们学到什么。",
    teach: "教它认识你的东西",
    trainPage: "选择一个实验，看损失和准确率如何随学习变化。",
    runs: "哪次训练更好，为什么：曲线叠放，设置并排。",
    evaluate: "哪些答对，哪些混淆，以及错得最离谱的样本。",
    drawPage: "写一个数字，看每一层卷积看到什么。",
    regression: "一条直线如何在房价数据中找到位置。",
    course: "八节课，每节都有可以动手的图、一个问题和一个任务。",
    glossary: "这些术语是什么意思，从轮次到 logit。",
  },
});
