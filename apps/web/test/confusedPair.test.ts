import { expect, it } from "vitest";
import { confusedPair } from "../src/pages/Course/figures/confusedPair.ts";
import { finishedRun } from "./keptRuns.ts";

const { result } = finishedRun("a", {}, 2);
const pairOf = (confusionMatrix: readonly (readonly number[])[]) =>
  confusedPair(result ? { result: { ...result, confusionMatrix } } : {});

it("confusedPair(run) gives the two classes that are taken for each other most, both ways together", () => {
  const matrix = [
    [9, 0, 4, 0],
    [0, 9, 3, 0],
    [0, 3, 9, 5],
    [0, 0, 0, 9],
  ];
  expect(pairOf(matrix)).toEqual([1, 2]);
});

it("confusedPair(run) gives the first two classes where there is no mistake, or nothing is known", () => {
  expect(
    pairOf([
      [3, 0, 0],
      [0, 3, 0],
      [0, 0, 3],
    ]),
  ).toEqual([0, 1]);
  expect(confusedPair({})).toEqual([0, 1]);
});
