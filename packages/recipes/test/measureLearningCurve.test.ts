import { startBackend } from "@minibatch/backends";
import type { Dataset } from "@minibatch/datasets";
import { seededRandom } from "@minibatch/training";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";
import { measureLearningCurve, suggest, trainRecipe } from "../src/index.ts";

beforeAll(() => startBackend("wasm"));

/** Rows of two columns; `labelOf` says which of two classes each is of. What lies far to the right comes late in the training rows. */
function dataset(rows: number, labelOf: (x: number, y: number) => number): Dataset {
  const part = (name: string, count: number) => {
    const random = seededRandom(1, name);
    const data = Float32Array.from({ length: 2 * count }, (_, at) => {
      const value = 2 * random() - 1;
      const isEarly = name === "train" && at % 2 === 0 && at < count;
      return isEarly && value > 0.5 ? -value : value;
    });
    const labels = Float64Array.from({ length: count }, (_, row) =>
      labelOf(data[2 * row] ?? 0, data[2 * row + 1] ?? 0),
    );
    return { x: { data, shape: [count, 2] }, y: { data: labels, shape: [count] } };
  };
  return {
    name: "points",
    title: "Points",
    description: "",
    task: "classification",
    inputShape: [2],
    classNames: ["out", "in"],
    size: { train: rows, test: 2000 },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    load: async () => {
      const train = part("train", rows);
      return { train, validation: part("validation", 40), test: part("test", 2000) };
    },
  };
}

async function curveOf(data: Dataset) {
  const { schedule, ...rest } = suggest(data);
  const recipe = {
    name: "own",
    title: "",
    dataset: data,
    ...rest,
    task: "classification" as const,
    schedule: { ...schedule, epochs: 60, earlyStopping: undefined, reduceOnPlateau: undefined },
  };
  const trained = await trainRecipe(recipe);
  const epochs: number[] = [];
  const curve = await measureLearningCurve(recipe, trained, {
    onEvent: (event) => event.type === "start" && epochs.push(event.epochs),
  });
  trained.model.dispose();
  return { curve, trained, epochs };
}

it("measureLearningCurve(recipe, trained) trains on half of each class for as many steps, and counts on the same rows", () =>
  expectNoLeak(async () => {
    const { curve, trained, epochs } = await curveOf(dataset(60, (x) => Number(x > 0.5)));
    expect(epochs).toEqual([120]);
    const [many, few] = curve.classes.map(({ rows }) => rows) as [number, number];
    expect(few + many).toBe(60);
    expect(curve.rows).toEqual({ half: Math.ceil(few / 2) + Math.ceil(many / 2), all: 60 });
    expect(curve.accuracy.all).toBe(trained.test.accuracy);
    for (const which of ["half", "all"] as const) {
      const right = curve.classes.reduce((sum, each) => sum + each.right[which], 0);
      expect(right / 2000).toBeCloseTo(curve.accuracy[which], 12);
    }
    expect(curve.classes.reduce((sum, { tested }) => sum + tested, 0)).toBe(2000);
    const [low, high] = curve.gain;
    const difference = curve.accuracy.all - curve.accuracy.half;
    expect(low).toBeLessThan(difference + 0.01);
    expect(high).toBeGreaterThan(difference - 0.01);
  }));

it("measureLearningCurve(recipe, trained) sees that more rows help where they do, and does not where they cannot", {
  timeout: 240_000,
}, async () => {
  const sides = await curveOf(dataset(100, (x) => Number(Math.abs(x) > 0.5)));
  expect(sides.curve.gain[0]).toBeGreaterThan(0);
  const noise = seededRandom(1, "labels");
  const coins = await curveOf(dataset(240, () => Number(noise() > 0.5)));
  expect(coins.curve.gain[0]).toBeLessThan(0);
});

it.for([
  ["reduceOnPlateau", { reduceOnPlateau: { patience: 2, factor: 0.5, minDelta: 1e9 } }, [4, 6], [6, 10]],
  ["stepDecay", { learningRateSchedule: { stepDecay: { epochs: 2 } } }, [3, 5], [5, 9]],
] as const)(
  "measureLearningCurve(recipe, trained) lets the rate fall after as many steps, by %s",
  ([, falling, ofAll, ofHalf]) =>
    expectNoLeak(async () => {
      const data = dataset(64, (x) => Number(x > 0));
      const { schedule, ...rest } = suggest(data);
      const { reduceOnPlateau: _, ...others } = schedule;
      const recipe = {
        name: "own",
        title: "",
        dataset: data,
        ...rest,
        task: "classification" as const,
        schedule: { ...others, ...falling, batchSize: 8, epochs: 6, validation: { lastFraction: 0.25 } },
      };
      const trained = await trainRecipe(recipe);
      /** The epochs, from 1, that begin with another rate than the one before. */
      const falls = (rates: readonly number[]) =>
        rates.flatMap((rate, at) => (at > 0 && rate !== rates[at - 1] ? [at + 1] : []));
      expect(falls(trained.history["learningRate"] ?? [])).toEqual(ofAll);
      const rates: number[] = [];
      const curve = await measureLearningCurve(recipe, trained, {
        onEvent: (event) => event.type === "epoch" && rates.push(event.logs["learningRate"] ?? Number.NaN),
      });
      expect(rates).toHaveLength(12);
      expect(falls(rates)).toEqual(ofHalf);
      // What validation holds back is in neither.
      expect(curve.rows.all).toBe(48);
      expect(curve.rows.half).toBeLessThanOrEqual(25);
      expect(curve.classes.reduce((sum, { rows }) => sum + rows, 0)).toBe(48);
      trained.model.dispose();
    }),
);

it("measureLearningCurve(recipe, trained) refuses what has no classes", async () => {
  const { trained } = await curveOf(dataset(20, (x) => Number(x > 0)));
  const values = { ...dataset(20, (x) => x), classNames: [] };
  const recipe = { name: "own", title: "", dataset: values, ...suggest(dataset(20, () => 0)) };
  await expect(measureLearningCurve({ ...recipe, task: "classification" }, trained)).rejects.toThrow(
    expect.objectContaining({ code: "INVALID_SETTING" }),
  );
});
