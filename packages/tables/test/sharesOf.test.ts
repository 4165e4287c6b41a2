import { expect, it } from "vitest";
import { sharesOf } from "../src/split/sharesOf.ts";

it("sharesOf(options) leaves 70 % of the rows to train on, unless it is told otherwise", () => {
  expect(sharesOf({})).toEqual({ validation: 0.15, test: 0.15, seed: 1 });
  expect(sharesOf({ validationSplit: 0, testSplit: 0.5, seed: 7 })).toEqual({
    validation: 0,
    test: 0.5,
    seed: 7,
  });
});

it.for([
  [{ testSplit: -0.1 }, "testSplit must be from 0 to below 1, but it is -0.1."],
  [{ validationSplit: 1 }, "validationSplit must be from 0 to below 1, but it is 1."],
  [{ validationSplit: Number.NaN }, "validationSplit must be from 0 to below 1, but it is NaN."],
  [
    { validationSplit: 0.5, testSplit: 0.5 },
    "validationSplit 0.5 and testSplit 0.5 leave no row for training: together they must be below 1.",
  ],
] as const)("sharesOf(%j) is refused", ([options, message]) => {
  expect(() => sharesOf(options)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT", message }));
});
