// In a process of its own: it collects what modules define as they load.
import { expect, it } from "vitest";
import { definedMessages } from "./definedMessages.ts";

/** A one and the word behind it, or the one after that, in the plural: "1 epochs", "1 hidden units". */
const wrong = /(?<![\d.,])1 (?:[a-z]+ )?[a-z-]*[a-rt-z]s\b/g;

/** What ends in an s and is no plural. */
const singular = /^1 (?:[a-z]+ )?(?:is|was|has|as|its|this|does|gives|leaves|ms|of)$/;

/** Texts in which a number is never one: limits of the app, sizes of networks and datasets, shapes, and what is said of several. */
const neverOne = new Set(
  [
    "lastRows picturesOf epochTimes parameters allParameters tooLargeHint NEEDS_IMAGE histogramText dropFiles bundledCard",
    "rows nearestHint trainedOn boundaryState filtersState confusionState byHeart mostRuns overlay recipeLine measured",
    "lastEpochs label drawing reachedOf layer",
  ].flatMap((keys) => keys.split(" ")),
);

it("no English text of the app has a plural behind the number 1", async () => {
  const tables = await definedMessages();
  const faults = tables.flatMap(({ file, en }) =>
    Object.entries(en).flatMap(([key, message]) => {
      if (typeof message !== "function" || neverOne.has(key)) return [];
      const said = message(...Array.from({ length: message.length }, () => 1));
      return [...said.matchAll(wrong)]
        .map(([fault]) => fault)
        .filter((fault) => !singular.test(fault))
        .map((fault) => `${file}, ${key}: “${fault}” in “${said}”`);
    }),
  );
  expect(faults).toEqual([]);
});
