import { startBackend } from "@minibatch/backends";
import type { Dataset, Samples } from "@minibatch/datasets";
import { seededRandom } from "@minibatch/training";
import { beforeAll, expect, it } from "vitest";
import { measureBaselines, suggest, trainRecipe } from "../../src/index.ts";
import { fewDigits } from "../fewDigits.ts";

beforeAll(() => startBackend("wasm"));

it("suggest(pictures) is a recipe that learns", { timeout: 120_000 }, async () => {
  const suggestion = suggest(fewDigits);
  const schedule = { ...suggestion.schedule, epochs: 8 };
  const { test, model } = await trainRecipe({
    name: "own",
    title: "Own",
    dataset: fewDigits,
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
      ...fewDigits,
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
    ...fewDigits,
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
