import { expect, it } from "vitest";
import { chanceLevel } from "../src/index.ts";

it("chanceLevel(matrix) says of a network that always gives one answer which one, and how good that is", () => {
  const matrix = [
    [0, 0, 98],
    [0, 1, 99],
    [0, 0, 102],
  ];
  expect(chanceLevel(matrix)).toEqual({ accuracy: 103 / 300, chance: 102 / 300, always: 2 });
});

it("chanceLevel(matrix) counts luck: the binomial's three standard deviations above the commonest class", () => {
  // 1,000 of each of two classes: guessing gives 0.5, and 3 sqrt(0.25 / 2000) is 0.0335.
  const withRight = (right: number) => [
    [right, 1000 - right],
    [1000 - right, right],
  ];
  expect(chanceLevel(withRight(533))).toMatchObject({ chance: 0.5, always: undefined });
  expect(chanceLevel(withRight(534))).toBeUndefined();
});

it("chanceLevel(matrix) does not say of few rows that nothing was learned, unless it is as good as guessing", () => {
  // Of nine, luck alone explains anything.
  const learned = [
    [4, 1],
    [1, 3],
  ];
  const constant = [
    [5, 0],
    [4, 0],
  ];
  expect(chanceLevel(learned)).toBeUndefined();
  expect(chanceLevel(constant)).toMatchObject({ accuracy: 5 / 9, always: 0 });
});

it("chanceLevel(matrix) says nothing about what learned, nor about what cannot be told", () => {
  const learned = [
    [90, 10],
    [5, 95],
  ];
  expect(chanceLevel(learned)).toBeUndefined();
  expect(chanceLevel([[7]])).toBeUndefined();
  expect(chanceLevel([])).toBeUndefined();
});
