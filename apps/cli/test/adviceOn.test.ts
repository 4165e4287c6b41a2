import type { RecipeResult } from "@minibatch/recipes";
import { expect, it } from "vitest";
import { adviceOn } from "../src/own/adviceOn.ts";

const result = (valLoss: readonly number[], test: object, epochs = valLoss.length) =>
  ({
    task: "accuracy" in test ? "classification" : "regression",
    test,
    settings: { epochs },
    history: { valLoss },
  }) as unknown as RecipeResult;

const falling = Array.from({ length: 20 }, (_, epoch) => 1 / (epoch + 1));
const rising = falling.toReversed();

it("adviceOn(result, baselines) says when simple answers are as good, and when training ended too early", () => {
  const simple =
    "No better than linear model: more data, or inputs that say more about the target, help where longer training does not.";
  const longer = "Validation still got better at the end: try --epochs 40.";
  const linear = [
    { name: "always 1", accuracy: 0.5, mae: 9 },
    { name: "linear model", accuracy: 0.8, mae: 3 },
  ];
  expect(adviceOn(result(rising, { accuracy: 0.9 }), linear)).toEqual([]);
  expect(adviceOn(result(rising, { accuracy: 0.8 }), linear)).toEqual([simple]);
  expect(adviceOn(result(rising, { mae: 2 }), linear)).toEqual([]);
  expect(adviceOn(result(falling, { mae: 4 }), linear)).toEqual([simple, longer]);
  // Stopped early; too short to tell; without validation.
  expect(adviceOn(result(falling, { mae: 2 }, 30), linear)).toEqual([]);
  expect(adviceOn(result([1, 0.5], { mae: 2 }), linear)).toEqual([]);
  expect(adviceOn(result([], { mae: 2 }, 20), linear)).toEqual([]);
});
