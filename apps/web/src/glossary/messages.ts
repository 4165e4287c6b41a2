import { defineMessages } from "../i18n/defineMessages.ts";

/** Texts of the glossary. */
export const glossaryMessages = defineMessages({
  en: {
    intro: "What the words mean that this app and its guides use, in a sentence or two each.",
    what: (word: string) => `What “${word}” means`,
    all: "All terms",
    loadFailed: "The glossary could not be loaded: reload the page.",
  },
  zh: {
    intro: "本应用和指南中用到的术语，每个用一两句话说明。",
    what: (word) => `“${word}”是什么意思`,
    all: "全部术语",
    loadFailed: "无法加载术语表：请刷新页面。",
  },
});
