import type { RecipeResult, Schedule } from "@minibatch/recipes";
import { expect, it } from "vitest";
import { adviceOn } from "../src/train/adviceOn.ts";

const falling = Array.from({ length: 20 }, (_, epoch) => 1 / (epoch + 1));

const result = (valLoss: readonly number[], test: object, epochs = valLoss.length) =>
  ({
    task: "accuracy" in test ? "classification" : "regression",
    test,
    settings: { epochs, learningRate: 0.01, limit: null },
    metadata: {},
    history: { loss: falling, valLoss },
  }) as unknown as RecipeResult;

const constant: Schedule = {
  optimizer: "adam",
  learningRate: 0.001,
  batchSize: 32,
  epochs: 20,
  validation: { ownPart: true },
};

/** Gets no better at the end. */
const level = falling.map(() => 0.5);

it("adviceOn(result, schedule, beside) says when simple answers are as good, and when training ended too early", () => {
  const simple =
    "No better than linear model: more data, or inputs that say more about the target, help where longer training does not.";
  const longer = "Validation still got better at the end: try --epochs 40.";
  const linear = [
    { name: "always 1", accuracy: 0.5, mae: 9 },
    { name: "linear model", accuracy: 0.8, mae: 3 },
  ];
  expect(adviceOn(result(level, { accuracy: 0.9 }), constant, { baselines: linear })).toEqual([]);
  expect(adviceOn(result(level, { accuracy: 0.8 }), constant, { baselines: linear })).toEqual([simple]);
  expect(adviceOn(result(level, { mae: 2 }), constant, { baselines: linear })).toEqual([]);
  expect(adviceOn(result(falling, { mae: 4 }), constant, { baselines: linear })).toEqual([simple, longer]);
  // Stopped early; too short to tell; without validation.
  expect(adviceOn(result(falling, { mae: 2 }, 30), constant, { baselines: linear })).toEqual([]);
  expect(adviceOn(result([1, 0.5], { mae: 2 }), constant, { baselines: linear })).toEqual([]);
  expect(adviceOn(result([], { mae: 2 }, 20), constant, { baselines: linear })).toEqual([]);
});

it.for<[string, Partial<Schedule>, boolean]>([
  ["falls on a plateau", { reduceOnPlateau: { factor: 0.5 } }, true],
  ["falls in steps", { learningRateSchedule: { stepDecay: { epochs: 5 } } }, true],
  ["falls as a cosine", { learningRateSchedule: { cosineDecay: {} } }, false],
  ["goes up and down once", { learningRateSchedule: { oneCycle: {} } }, false],
])("adviceOn(result, schedule, beside) knows what the last epochs say where the rate %s", ([, how, says]) => {
  const advice = adviceOn(result(falling, { mae: 2 }), { ...constant, ...how }, {});
  expect(advice.length > 0).toBe(says);
});

it("adviceOn(result, schedule, beside) takes less than a hundredth for chance", () => {
  const flat = falling.map((_, epoch) => 1 - epoch / 10_000);
  expect(adviceOn(result(flat, { mae: 2 }), constant, {})).toEqual([]);
});

it("adviceOn(result, schedule, beside) says by which option a loss that rose is mended, and what was learned by heart", () => {
  const { settings, test } = result([], { accuracy: 0.9 }, 20);
  const of = (history: object) =>
    adviceOn(
      { settings, test, task: "classification", history, metadata: {} } as unknown as RecipeResult,
      constant,
      {},
    );
  expect(of({ loss: [0.5, 2.25] })).toEqual([
    "The loss rose from 0.5 to 2.25: the steps are too large.",
    "Try a tenth of the rate: --learning-rate 0.001.",
  ]);
  expect(of({ loss: falling, accuracy: [0.95], valAccuracy: [0.55] })).toEqual([
    "40 points between training and validation: it learns by heart. More data help, or a smaller network.",
  ]);
  expect(of({ loss: falling, valLoss: [3, 1, 2, 3, 4] })).toEqual([
    "Validation was best after epoch 2 and got worse since: try --epochs 2.",
  ]);
});
