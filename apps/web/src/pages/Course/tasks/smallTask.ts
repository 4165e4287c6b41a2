import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import { loadRunList, runList } from "../../../state/runList.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "Build a network with fewer than 5,000 parameters that gets over 95 % of the test digits right, and keep it as a run.",
    none: "This browser keeps no run of the drawn digits with fewer than 5,000 parameters.",
    best: (accuracy: string, parameters: string) =>
      `The best run with so few parameters, ${parameters}, gets ${accuracy} right.`,
  },
  zh: {
    text: "搭建一个参数少于 5,000 的网络，让它在测试数字上答对 95% 以上，并把它保存为训练记录。",
    none: "此浏览器里没有参数少于 5,000 的手绘数字训练记录。",
    best: (accuracy, parameters) => `参数这么少的记录中，最好的有 ${parameters} 个参数，答对 ${accuracy}。`,
  },
});

/** A small convolutional network that reads the drawn digits. */
export const smallTask: LessonTask = {
  id: "small",
  text: () => messages.value.text,
  workbench: { page: "build", parameters: { net: "conv8x3-pool2-conv8x3-pool2", rows: "5000" } },
  async check() {
    await loadRunList();
    const [best] = runList.value
      .flatMap(({ dataset, status, result }) => {
        const { parameters = 0, test: { accuracy = 0 } = {} } = result ?? {};
        const counts =
          status === "done" && dataset === "synthetic-digits" && parameters > 0 && parameters < 5000;
        return counts ? [{ accuracy, parameters }] : [];
      })
      .sort((one, other) => other.accuracy - one.accuracy);
    if (!best) return { isSolved: false, text: () => messages.value.none };
    const text = (): string => messages.value.best(percentText(best.accuracy), numberText(best.parameters));
    return { isSolved: best.accuracy > 0.95, text };
  },
};
