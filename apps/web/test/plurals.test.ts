import { expect, it } from "vitest";
import { definedMessages } from "./definedMessages.ts";

/** A one and the word behind it, or the one after that, in the plural: "1 epochs", "1 hidden units". */
const wrong = /(?<![\d.,])1 (?:[a-z]+ )?[a-z-]*[a-rt-z]s\b(?! of)/g;

/** What ends in an s and is no plural. */
const verbs = /^1 (?:[a-z]+ )?(?:is|was|has|as|its|this|means)$/;

/** What is never one: totals of which there are always several. */
const several = ["1 questions", "1 such files"];

it("no English text of the app has a plural behind the number 1", async () => {
  const faults = (await definedMessages()).flatMap(({ file, en }) =>
    Object.entries(en).flatMap(([key, message]) => {
      if (typeof message !== "function") return [];
      const said = String(message(...Array.from({ length: message.length }, () => 1)));
      return [...said.matchAll(wrong)]
        .map(([fault]) => fault)
        .filter((fault) => !verbs.test(fault) && !several.includes(fault))
        .map((fault) => `${file}, ${key}: “${fault}” in “${said}”`);
    }),
  );
  expect(faults).toEqual([]);
});
