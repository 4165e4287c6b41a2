import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText } from "../../../i18n/numberText.ts";
import { lineBias, lineError, lineWeight } from "../figures/linePoints.ts";
import { numberOf } from "../figures/parameters.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "Do by hand what training does: bring the mean squared error below 0.01.",
    outcome: (error: string) => `The mean squared error is ${error}.`,
  },
  zh: {
    text: "用手完成训练所做的事：让均方误差低于 0.01。",
    outcome: (error) => `均方误差为 ${error}。`,
  },
});

/** The line through the points of the lesson: only y = 2 x + 1 is near enough. */
export const lineTask: LessonTask = {
  id: "line",
  text: () => messages.value.text,
  check() {
    const error = lineError(numberOf(lineWeight), numberOf(lineBias));
    const text = numberText(error, { maximumFractionDigits: 3 });
    return { isSolved: error < 0.01, text: () => messages.value.outcome(text) };
  },
};
