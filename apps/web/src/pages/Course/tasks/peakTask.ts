import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText } from "../../../i18n/numberText.ts";
import { scheduleSteps, scheduleWarmUp } from "../figures/ScheduleFigure.tsx";
import { numberOf } from "../figures/parameters.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "The usual warm-up takes three tenths of the steps. Set the cycle to that, and read from the curve at which step the rate is highest.",
    solved: (step: string) => `The rate is highest at step ${step} of 180: the rest of them settle.`,
    other: (step: string) => `The rate is highest at step ${step} of 180, which is another share.`,
  },
  zh: {
    text: "通常前十分之三的步数用来升温。照此设置，并从曲线上读出学习率在哪一步最高。",
    solved: (step) => `学习率在 180 步中的第 ${step} 步最高：其余的步用来安定下来。`,
    other: (step) => `学习率在 180 步中的第 ${step} 步最高，那是另一个比例。`,
  },
});

/** The usual share of the warm-up. */
export const peakTask: LessonTask = {
  id: "peak",
  text: () => messages.value.text,
  check() {
    const share = numberOf(scheduleWarmUp);
    const step = numberText(Math.round(share * scheduleSteps) - 1);
    const isSolved = Math.abs(share - 0.3) < 0.01;
    return { isSolved, text: () => (isSolved ? messages.value.solved(step) : messages.value.other(step)) };
  },
};
