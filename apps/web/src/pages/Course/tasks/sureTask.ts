import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText } from "../../../i18n/numberText.ts";
import { softmaxOutcome } from "../figures/SoftmaxFigure.tsx";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "The picture is of a dog. Set that class, and move the logits until the cross-entropy is below 0.05.",
    label: "The true class is not the dog yet.",
    outcome: (loss: string) => `The cross-entropy is ${loss}.`,
  },
  zh: {
    text: "图片是一只狗。选中这个类别，再移动 logit，直到交叉熵低于 0.05。",
    label: "真实类别还不是狗。",
    outcome: (loss) => `交叉熵为 ${loss}。`,
  },
});

/** Logits that are sure of the right class. */
export const sureTask: LessonTask = {
  id: "sure",
  text: () => messages.value.text,
  check() {
    const { label, loss } = softmaxOutcome();
    if (label !== "dog") return { isSolved: false, text: () => messages.value.label };
    const text = numberText(loss, { maximumFractionDigits: 3 });
    return { isSolved: loss < 0.05, text: () => messages.value.outcome(text) };
  },
};
