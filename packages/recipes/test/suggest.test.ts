import { startBackend } from "@minibatch/backends";
import { type Dataset, type Samples, syntheticDigits } from "@minibatch/datasets";
import { seededRandom, validationSplit } from "@minibatch/training";
import type { SymbolicTensor } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { measureBaselines, suggest, trainRecipe } from "../src/index.ts";

beforeAll(() => startBackend("wasm"));

const card: Dataset = {
  ...syntheticDigits,
  name: "own",
  size: { train: 400, test: 100 },
  async load() {
    const { train: all, test } = await syntheticDigits.load({ limit: { train: 470, test: 200 } });
    return { ...validationSplit(all, 0.15), test };
  },
};

it("suggest(pictures) fits the network to their size", () => {
  const model = (inputShape: number[]) => {
    const { architecture, createModel } = suggest({ ...card, inputShape });
    const made = createModel(1);
    const [, height, width] = (made.getLayer("flatten1").input as SymbolicTensor).shape;
    made.dispose();
    return { architecture, height, width };
  };
  expect(model([28, 28, 1])).toEqual({
    architecture: "Conv 32, pool, Conv 64, pool, Dense 128, dropout 0.25",
    height: 7,
    width: 7,
  });
  expect(model([64, 96, 3])).toMatchObject({ height: 8, width: 12 });
  expect(model([224, 224, 3])).toMatchObject({ height: 7, width: 7 });
  expect(model([1, 1, 1])).toMatchObject({ height: 1, width: 1 });
});

it("suggest(pictures) takes a second convolution a block, and fewer epochs, where there are many", () => {
  const many = suggest({ ...card, size: { train: 20_000, test: 2000 } });
  expect(many.architecture).toMatch(/^Conv 32, Conv 32, pool, Conv 64, Conv 64, pool/);
  expect(many.schedule.epochs).toBe(10);
  expect(suggest(card).schedule.epochs).toBe(100);
});

it("suggest(pictures) lets the learning rate fall to the last epoch, and stops at nothing before", () => {
  const { learningRateSchedule, reduceOnPlateau, earlyStopping } = suggest(card).schedule;
  expect({ learningRateSchedule, reduceOnPlateau, earlyStopping }).toEqual({
    learningRateSchedule: { cosineDecay: {} },
  });
});

it("suggest(pictures) drops out more of pictures in colour", () => {
  expect(suggest({ ...card, inputShape: [32, 32, 3] }).architecture).toMatch(/dropout 0\.5$/);
});

it("suggest(pictures) mirrors photographs, and neither digits nor letters", () => {
  expect(suggest(card).schedule.augmentation?.horizontalFlip).toBe(false);
  expect(suggest({ ...card, inputShape: [32, 32, 3] }).schedule.augmentation?.horizontalFlip).toBe(true);
});

it("suggest(table) keeps weights small for classes, the more the fewer rows there are", () => {
  const rows = (train: number) => suggest({ ...card, inputShape: [5], size: { train, test: 100 } }).model;
  expect(rows(100)).toEqual({ mlp: { hidden: [64, 64], dropout: 0.3, l2: 0.01 } });
  expect(rows(7000)).toEqual({ mlp: { hidden: [64, 64], dropout: 0.3, l2: 0.00086 } });
});

it("suggest(dataset) refuses what it knows no network for", () => {
  expect(() => suggest({ ...card, task: "regression", classNames: [] })).toThrow(
    expect.objectContaining({ code: "INVALID_SETTING" }),
  );
});

it("suggest(pictures) is a recipe that learns", { timeout: 120_000 }, async () => {
  const suggestion = suggest(card);
  const schedule = { ...suggestion.schedule, epochs: 8 };
  const { test, model } = await trainRecipe({
    name: "own",
    title: "Own",
    dataset: card,
    ...suggestion,
    schedule,
  });
  model.dispose();
  // Of ten classes; by chance 0.1.
  expect((test as { accuracy: number }).accuracy).toBeGreaterThan(0.5);
});

it("suggest(table) predicts values in any unit", async () => {
  const columns = (scale: number): Dataset => {
    const part = (rows: number) => {
      const x = Float32Array.from({ length: 2 * rows }, (_, at) => Math.sin(at * 12.9898));
      const y = Float64Array.from(
        { length: rows },
        (_, row) => scale * (2 * (x[2 * row] ?? 0) + (x[2 * row + 1] ?? 0)) + 50 * scale,
      );
      return { x: { data: x, shape: [rows, 2] }, y: { data: y, shape: [rows] } };
    };
    return {
      ...card,
      task: "regression",
      inputShape: [2],
      classNames: [],
      size: { train: 200, test: 40 },
      targetStatistics: { mean: 50 * scale, deviation: 1.6 * scale },
      load: async () => ({ train: part(200), validation: part(40), test: part(40) }),
    };
  };
  for (const scale of [1e-3, 1e5]) {
    const dataset = columns(scale);
    const { schedule, ...rest } = suggest(dataset);
    const { test, model } = await trainRecipe({
      name: "own",
      title: "Own",
      dataset,
      ...rest,
      schedule: { ...schedule, epochs: 40 },
    });
    model.dispose();
    expect((test as { mae: number }).mae / scale).toBeLessThan(0.15);
  }
});

it("suggest(table) of few rows comes near a linear model where that is all there is to learn", async () => {
  const random = seededRandom(1, "rents");
  const columns = 8;
  const part = (rows: number): Samples => {
    const x = Float32Array.from({ length: rows * columns }, () => 2 * random() - 1);
    const noise = () => 100 * (random() + random() + random() - 1.5);
    const y = Float64Array.from({ length: rows }, (_, row) => {
      const [one = 0, two = 0] = x.subarray(row * columns);
      return 900 + 350 * one - 80 * two + noise();
    });
    return { x: { data: x, shape: [rows, columns] }, y: { data: y, shape: [rows] } };
  };
  const [train, validation, test] = [part(200), part(45), part(400)];
  const { y } = train;
  const mean = Array.from(y.data).reduce((sum, value) => sum + value, 0) / y.data.length;
  const deviation = Math.sqrt(
    Array.from(y.data).reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.data.length,
  );
  const dataset: Dataset = {
    ...card,
    task: "regression",
    classNames: [],
    inputShape: [columns],
    size: { train: 200, validation: 45, test: 400 },
    targetStatistics: { mean, deviation },
    load: async () => ({ train, validation, test }),
  };
  const recipe = { name: "rents", title: "Rents", dataset, ...suggest(dataset) };
  const result = await trainRecipe(recipe);
  result.model.dispose();
  const linear = (await measureBaselines(recipe)).at(-1)?.mae ?? Number.NaN;
  if (result.task !== "regression") throw new Error("values are expected");
  expect(result.test.mae).toBeLessThan(1.15 * linear);
});
