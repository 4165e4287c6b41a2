import { startBackend } from "@minibatch/backends";
import type { Dataset, Samples } from "@minibatch/datasets";
import { cnn, mlp, perceptron } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { seededRandom } from "@minibatch/training";
import { beforeAll, expect, it } from "vitest";
import { type Recipe, type Schedule, trainRecipe } from "../src/index.ts";

beforeAll(() => startBackend("wasm"));

const schedule: Schedule = {
  optimizer: "adam",
  learningRate: 0.05,
  batchSize: 16,
  epochs: 20,
  validation: { ownPart: true },
};

/** Points in a square, with what `targetOf` makes of each. */
function points(rows: number, seed: number, targetOf: (a: number, b: number) => number): Samples {
  const random = seededRandom(seed, "points");
  const data = Float32Array.from({ length: 2 * rows }, () => 2 * random() - 1);
  const targets = Float64Array.from({ length: rows }, (_, row) =>
    targetOf(data[2 * row] ?? 0, data[2 * row + 1] ?? 0),
  );
  const names = Array.from({ length: rows }, (_, row) => `point ${row}`);
  return { x: { data, shape: [rows, 2] }, y: { data: targets, shape: [rows] }, names };
}

function dataset(card: Partial<Dataset>, targetOf: (a: number, b: number) => number): Dataset {
  return {
    name: "points",
    title: "Points",
    description: "Points in a square.",
    task: "classification",
    inputShape: [2],
    classNames: [],
    featureNames: ["a", "b"],
    size: { train: 200, test: 50 },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    ...card,
    load: async () => ({
      train: points(200, 1, targetOf),
      validation: points(40, 2, targetOf),
      test: points(50, 3, targetOf),
    }),
  };
}

const halves = dataset({ classNames: ["left", "right"], preparation: { table: 1 } }, (a) => Number(a > 0));
const thirds = dataset({ classNames: ["low", "middle", "high"] }, (_, b) => (b < -0.3 ? 0 : b < 0.3 ? 1 : 2));
const sums = dataset({ task: "regression", targetName: "sum" }, (a, b) => 3 * a - b);

const recipe = (parts: Pick<Recipe, "dataset" | "createModel"> & Partial<Recipe>): Recipe => ({
  name: "own",
  title: "Own data",
  architecture: "",
  schedule,
  ...parts,
});

it("trainRecipe(recipe) tells classes of any table apart, and keeps what the dataset says of itself", () =>
  expectNoLeak(async () => {
    const createModel = (seed: number) => mlp({ inputShape: [2], hidden: [8], classes: 3, seed });
    const result = await trainRecipe(recipe({ dataset: thirds, createModel }));
    result.model.dispose();
    expect(result).toMatchObject({ task: "classification", published: null, samples: { validation: 40 } });
    expect(result.metadata).toMatchObject({
      classNames: ["low", "middle", "high"],
      featureNames: ["a", "b"],
    });
    expect((result.test as { accuracy: number }).accuracy).toBeGreaterThan(0.85);
  }));

it("trainRecipe(recipe) tells two classes apart by one output, and gives both probabilities", () =>
  expectNoLeak(async () => {
    const createModel = (seed: number) => perceptron({ inputShape: [2], seed });
    const result = await trainRecipe({ ...recipe({ dataset: halves, createModel }), task: "classification" });
    result.model.dispose();
    expect(result.history.accuracy?.at(-1)).toBeGreaterThan(0.9);
    expect(result.test.accuracy).toBeGreaterThan(0.9);
    expect(result.testProbabilities.shape).toEqual([50, 2]);
    const [first = 0, second = 0] = result.testProbabilities.data;
    expect(first + second).toBeCloseTo(1, 6);
    expect(result.testSet.names?.[0]).toBe("point 0");
    expect(result.metadata.preparation).toEqual({ table: 1 });
  }));

it("trainRecipe(recipe) predicts values of any table", () =>
  expectNoLeak(async () => {
    const createModel = (seed: number) => mlp({ inputShape: [2], hidden: [16], outputs: 1, seed });
    const result = await trainRecipe({ ...recipe({ dataset: sums, createModel }), task: "regression" });
    result.model.dispose();
    expect(result.test.mae).toBeLessThan(0.3);
    expect(result.predictions).toEqual([]);
    expect(result.metadata.targetName).toBe("sum");
  }));

it("trainRecipe(recipe) trains on the columns that it names, and refuses others", async () => {
  const createModel = (seed: number) => mlp({ inputShape: [1], hidden: [8], classes: 3, seed });
  const result = await trainRecipe(recipe({ dataset: thirds, features: ["b"], createModel }));
  result.model.dispose();
  expect(result.metadata.featureNames).toEqual(["b"]);
  expect((result.test as { accuracy: number }).accuracy).toBeGreaterThan(0.85);
  await expect(trainRecipe(recipe({ dataset: thirds, features: ["c"], createModel }))).rejects.toMatchObject({
    code: "INVALID_SETTING",
    message: 'Points has no column "c". It has a, b.',
  });
});

it("trainRecipe(recipe) weighs classes, and stops early, as the schedule says", async () => {
  const uneven = dataset({ classNames: ["rare", "common"] }, (a) => Number(a > -0.8));
  const createModel = (seed: number) => mlp({ inputShape: [2], hidden: [], classes: 2, seed });
  const train = (changes: Partial<Schedule>) =>
    trainRecipe({
      ...recipe({ dataset: uneven, createModel, schedule: { ...schedule, epochs: 3, ...changes } }),
      task: "classification",
    });
  const plain = await train({});
  const weighted = await train({ classWeights: "balanced" });
  const foundRare = ({ confusionMatrix: [rare] }: typeof plain) => rare?.[0] ?? 0;
  expect(foundRare(weighted)).toBeGreaterThan(foundRare(plain));
  const stopped = await train({ learningRate: 1e-12, epochs: 9, earlyStopping: 2 });
  expect(stopped.settings.earlyStopping).toBe(2);
  expect(stopped.history.loss.length).toBeLessThan(9);
  for (const { model } of [plain, weighted, stopped]) model.dispose();
});

it("trainRecipe(recipe) scales bytes of images, and leaves bytes of tables as they are", async () => {
  const bytes = (shape: readonly number[]): Dataset => {
    const size = shape.reduce((product, length) => product * length, 1);
    const samples = (rows: number): Samples => ({
      x: { data: Uint8Array.from({ length: rows * size }, (_, at) => at % 250), shape: [rows, ...shape] },
      y: { data: Uint8Array.from({ length: rows }, (_, row) => row % 2), shape: [rows] },
    });
    return {
      ...halves,
      featureNames: [],
      inputShape: shape,
      load: async () => ({ train: samples(32), validation: samples(8), test: samples(8) }),
    };
  };
  const scaling = async (shape: readonly number[], createModel: Recipe["createModel"]) => {
    const quick = { ...schedule, epochs: 1 };
    const { metadata, model } = await trainRecipe(
      recipe({ dataset: bytes(shape), createModel, schedule: quick }),
    );
    model.dispose();
    return metadata.inputScaling?.scale;
  };
  const blocks = [{ filters: [2] }];
  expect(await scaling([6, 6, 1], () => cnn({ inputShape: [6, 6, 1], blocks, classes: 2 }))).toBe(1 / 255);
  expect(await scaling([3], () => mlp({ inputShape: [3], hidden: [], classes: 2 }))).toBe(1);
});
