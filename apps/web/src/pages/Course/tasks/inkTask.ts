import { defineMessages } from "../../../i18n/defineMessages.ts";
import { numberText } from "../../../i18n/numberText.ts";
import { pixelsDigit, pixelsRow } from "../figures/PixelsFigure.tsx";
import { numberOf } from "../figures/parameters.ts";
import { digitRows } from "../figures/useDigit.ts";
import type { LessonTask } from "./LessonTask.ts";

const messages = defineMessages({
  en: {
    text: "Find the row of this digit with the most ink, by its numbers.",
    solved: (row: string) => `No row has more ink than row ${row}.`,
    more: (row: string) => `There is a row with more ink than row ${row}.`,
  },
  zh: {
    text: "根据数值，找出这个数字里墨最多的一行。",
    solved: (row) => `没有哪一行的墨比第 ${row} 行更多。`,
    more: (row) => `有一行的墨比第 ${row} 行更多。`,
  },
});

/** The row of a digit whose pixels sum to most. */
export const inkTask: LessonTask = {
  id: "ink",
  text: () => messages.value.text,
  check() {
    const row = numberOf(pixelsRow);
    const sums = digitRows(numberOf(pixelsDigit)).map((values) =>
      values.reduce((sum, value) => sum + Math.round(value * 255), 0),
    );
    const isSolved = sums[row - 1] === Math.max(...sums);
    const text = numberText(row);
    return { isSolved, text: () => (isSolved ? messages.value.solved(text) : messages.value.more(text)) };
  },
};
