import { expect, it } from "vitest";
import { chanceLevel } from "../src/pages/Train/chanceLevel.ts";
import { newRun } from "../src/pages/Train/newRun.ts";
import type { StoredRun } from "../src/storage/runs.ts";

/** A finished run with this confusion matrix. */
function ended(confusionMatrix: readonly (readonly number[])[]): StoredRun {
  const total = confusionMatrix.flat().reduce((sum, count) => sum + count, 0);
  const right = confusionMatrix.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const result = { test: { loss: 1, accuracy: right / total }, confusionMatrix };
  return { ...newRun({ name: "", dataset: { name: "" } }, {}), result: result as never };
}

it("chanceLevel(run) says of a network that always gives one answer which one, and how good that is", () => {
  const run = ended([
    [0, 0, 98],
    [0, 1, 99],
    [0, 0, 102],
  ]);
  expect(chanceLevel(run)).toEqual({ accuracy: 103 / 300, chance: 102 / 300, always: 2 });
});

it("chanceLevel(run) counts luck: the binomial's three standard deviations above the commonest class", () => {
  // 1,000 of each of two classes: guessing gives 0.5, and 3 sqrt(0.25 / 2000) is 0.0335.
  const withRight = (right: number): StoredRun =>
    ended([
      [right, 1000 - right],
      [1000 - right, right],
    ]);
  expect(chanceLevel(withRight(533))).toMatchObject({ chance: 0.5, always: undefined });
  expect(chanceLevel(withRight(534))).toBeUndefined();
});

it("chanceLevel(run) does not say of few rows that nothing was learned, unless it is as good as guessing", () => {
  // Of nine, luck alone explains anything.
  expect(
    chanceLevel(
      ended([
        [4, 1],
        [1, 3],
      ]),
    ),
  ).toBeUndefined();
  expect(
    chanceLevel(
      ended([
        [5, 0],
        [4, 0],
      ]),
    ),
  ).toMatchObject({ accuracy: 5 / 9, always: 0 });
});

it("chanceLevel(run) says nothing about what learned, of regression, or of a run without a result", () => {
  expect(
    chanceLevel(
      ended([
        [90, 10],
        [5, 95],
      ]),
    ),
  ).toBeUndefined();
  expect(chanceLevel(newRun({ name: "", dataset: { name: "" } }, {}))).toBeUndefined();
  const { confusionMatrix: _, ...regression } = { confusionMatrix: [], test: { loss: 1, mae: 2 } };
  expect(chanceLevel({ ...ended([[1]]), result: regression as never })).toBeUndefined();
});
