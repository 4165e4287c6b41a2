import { defineMessages } from "../../../i18n/defineMessages.ts";

/** Texts of the choice between one's own run and the lesson's network. */
export const ownRunMessages = defineMessages({
  en: {
    whose: "Whose network",
    own: (name: string) => `Yours: ${name}`,
    lesson: "That of the lesson",
    none: "Once you have trained a network of your own, this figure shows it.",
    train: "Train one",
    opening: "Opening your run …",
    failed: "Your run could not be opened. Choose the network of the lesson.",
  },
  zh: {
    whose: "谁的网络",
    own: (name) => `你的：${name}`,
    lesson: "本课的",
    none: "你训练过自己的网络之后，这张图就会显示它。",
    train: "训练一个",
    opening: "正在打开你的训练…",
    failed: "无法打开你的训练。请选择本课的网络。",
  },
});
