import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText } from "../../../i18n/numberText.ts";
import { descentRate } from "../figures/DescentFigure.tsx";
import { numberOf } from "../figures/parameters.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "Find the smallest learning rate at which the weight leaves its valley, to a hundredth.",
    solved: (rate: string) =>
      `At ${rate} each step lands a little higher than the one before; at 1 it still swings between two places.`,
    below: (rate: string) => `At ${rate} no step lands higher than where it began.`,
    above: (rate: string) => `At ${rate} it leaves, but a smaller rate is enough.`,
  },
  zh: {
    text: "找出让权重离开谷底的最小学习率，精确到 0.01。",
    solved: (rate) => `学习率为 ${rate} 时，每一步都比前一步高一点；等于 1 时，它还只是在两处之间摆动。`,
    below: (rate) => `学习率为 ${rate} 时，没有一步比出发时更高。`,
    above: (rate) => `学习率为 ${rate} 时它会离开，但更小的学习率也会。`,
  },
});

/** The rate at which gradient descent breaks: on this parabola, any above 1. */
export const leapTask: LessonTask = {
  id: "leap",
  text: () => messages.value.text,
  check() {
    const rate = numberOf(descentRate);
    const text = numberText(rate);
    if (rate <= 1) return { isSolved: false, text: () => messages.value.below(text) };
    // The slider has hundredths.
    const isSolved = rate < 1.015;
    return { isSolved, text: () => (isSolved ? messages.value.solved(text) : messages.value.above(text)) };
  },
};
