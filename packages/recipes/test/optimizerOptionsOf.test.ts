import { expect, it } from "vitest";
import { findRecipe, optimizerOptionsOf, resolveSettings } from "../src/index.ts";

const schedule = { optimizer: "momentum", optimizerOptions: { momentum: 0.8, nesterov: true } } as const;
const recipe = {
  ...findRecipe("digits-cnn"),
  schedule: { ...findRecipe("digits-cnn").schedule, ...schedule },
};

it.for([
  [{}, { momentum: 0.8, nesterov: true }],
  [
    { momentum: null, nesterov: null },
    { momentum: 0.8, nesterov: true },
  ],
  [
    { nesterov: false, weightDecay: 0 },
    { momentum: 0.8, nesterov: false, weightDecay: 0 },
  ],
  [{ optimizer: "adam" }, {}],
  [{ optimizer: "adamw", weightDecay: 0.1 }, { weightDecay: 0.1 }],
] as const)("optimizerOptionsOf(schedule, %j) is %j", ([settings, options]) => {
  expect(optimizerOptionsOf(schedule, settings)).toEqual(options);
  // What a run writes down leads to the same run.
  expect(optimizerOptionsOf(schedule, resolveSettings(recipe, settings))).toEqual(options);
});

it.for([
  [
    { optimizer: "adam", momentum: 0.9 },
    "The optimizer adam has no option momentum: it has beta1, beta2, epsilon.",
  ],
  [{ weightDecay: Number.NaN }, "weightDecay must be a number from 0, but it is NaN."],
] as const)("resolveSettings(recipe, %j) refuses before data are loaded", ([settings, message]) => {
  expect(() => resolveSettings(recipe, settings)).toThrow(
    expect.objectContaining({ code: "INVALID_SETTING", message }),
  );
});
