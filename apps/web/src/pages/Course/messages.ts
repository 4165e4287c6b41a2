import { defineMessages } from "../../i18n/defineMessages.ts";

/** Texts of the page Course, around the lessons. */
export const courseMessages = defineMessages({
  en: {
    intro:
      "From pictures as numbers to a network that reads them: each lesson has something to move, a question and a task. The address keeps what you set, so that you can send it.",
    lessons: "Lessons",
    figure: "Figure",
    before: "Before",
    next: "Next",
    noLesson: (slug: string) => `There is no lesson “${slug}”`,
    copy: "Copy",
    copied: "Copied",
    copyFailed: "This browser does not let the page copy: select the text instead.",
    question: "Question",
    right: "Right.",
    wrong: "Not quite.",
    task: "Task",
    check: "Check",
    solved: "Solved.",
    notYet: "Not yet.",
    workbench: "Set up in Build",
    doneOf: (done: string, all: string) => `${done} of ${all} done`,
  },
  zh: {
    intro:
      "从“图像就是数字”一直到能认字的网络：每一课都有可以动手调节的图、一个问题和一个任务。设置会保存在网址里，可以直接分享。",
    lessons: "课程目录",
    figure: "图",
    before: "上一课",
    next: "下一课",
    noLesson: (slug) => `没有名为“${slug}”的课`,
    copy: "复制",
    copied: "已复制",
    copyFailed: "浏览器不允许本页复制：请直接选中文字。",
    question: "问题",
    right: "答对了。",
    wrong: "不完全对。",
    task: "任务",
    check: "检查",
    solved: "完成了。",
    notYet: "还没有。",
    workbench: "在“搭建”中打开",
    doneOf: (done, all) => `已完成 ${done} / ${all}`,
  },
});
