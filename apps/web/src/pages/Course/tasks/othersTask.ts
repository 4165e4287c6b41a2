import { defineMessages } from "../../../i18n/defineMessages.ts";
import { percentText } from "../../../i18n/numberText.ts";
import { overfitting } from "../../../state/overfitting.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "Train a network above that gets more than 80 % of the other digits right.",
    none: "No network has been trained to its end since the page was opened.",
    best: (accuracy: string) => `The best network so far gets ${accuracy} of them right.`,
  },
  zh: {
    text: "在上面训练一个网络，让它在其他数字上答对 80% 以上。",
    none: "打开页面以来，还没有网络训练完。",
    best: (accuracy) => `目前最好的网络答对其中的 ${accuracy}。`,
  },
});

/** A network that has learned from enough digits to read others. */
export const othersTask: LessonTask = {
  id: "others",
  text: () => messages.value.text,
  check() {
    const reached = overfitting.trainings.value
      .filter(({ status }) => status === "done")
      .map(({ events }) => events.at(-1)?.validationAccuracy ?? 0);
    if (reached.length === 0) return { isSolved: false, text: () => messages.value.none };
    const best = Math.max(...reached);
    return { isSolved: best > 0.8, text: () => messages.value.best(percentText(best)) };
  },
};
