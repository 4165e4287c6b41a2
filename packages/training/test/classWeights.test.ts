import "@tensorflow/tfjs-backend-cpu";
import { mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { balancedClassWeights, fit, oneHot } from "../src/index.ts";
import { readReference } from "./readReference.ts";
import {
  expectRun,
  type ReferenceRun,
  referenceNetwork,
  referenceOptions,
  referenceSamples,
  weightsOf,
} from "./referenceNetwork.ts";

beforeAll(() => tf.setBackend("cpu"));

const reference = readReference<{
  classWeights: ReferenceRun;
  balanced: { labels: number[]; weights: number[] };
}>("fitOptions");
const classWeights = [0.5, 2, 1.25];

it("fit(model, samples, { classWeights }) trains as Keras does with class_weight: history and final weights", async () => {
  const model = referenceNetwork(tf.train.sgd(0.5));
  const history = await fit(model, referenceSamples, { ...referenceOptions, epochs: 4, classWeights });
  expectRun(history, model, reference.classWeights);
});

it("fit(model, samples, { classWeights }) takes one-hot targets too, and weights of 1 change nothing", async () => {
  const train = async (
    loss: string,
    y: typeof referenceSamples.y | ReturnType<typeof oneHot>,
    weights?: number[],
  ) => {
    const model = referenceNetwork(tf.train.sgd(0.5));
    model.compile({ optimizer: tf.train.sgd(0.5), loss });
    const samples = { x: referenceSamples.x, y };
    await fit(model, samples, { ...referenceOptions, epochs: 2, classWeights: weights });
    return weightsOf(model);
  };
  const { y } = referenceSamples;
  const sparse = await train("sparseCategoricalCrossentropy", y, classWeights);
  const hot = await train("categoricalCrossentropy", oneHot(y.data, 3), classWeights);
  for (const [at, value] of hot.flat().entries()) expect(value).toBeCloseTo(sparse.flat()[at] ?? 0, 6);
  const plain = await train("sparseCategoricalCrossentropy", y);
  expect(await train("sparseCategoricalCrossentropy", y, [1, 1, 1])).toEqual(plain);
  expect(sparse).not.toEqual(plain);
});

it("fit(model, samples, { classWeights }) learns nothing from a class of weight 0", async () => {
  const run = async (rows: number[]) => {
    const model = mlp({ inputShape: [1], hidden: [], classes: 2 });
    model.compile({ optimizer: tf.train.sgd(1), loss: "sparseCategoricalCrossentropy" });
    const samples = {
      x: { data: Float32Array.of(...rows.map((label) => label - 0.5)), shape: [rows.length, 1] },
      y: { data: Uint8Array.from(rows), shape: [rows.length] },
    };
    await fit(model, samples, { shuffle: false, batchSize: 1, classWeights: [1, 0] });
    return weightsOf(model);
  };
  expect(await run([0, 1, 1, 0])).toEqual(await run([0, 0]));
});

it("fit(model, samples, { classWeights }) rejects a class without a weight, and weights that cannot be", async () => {
  const model = referenceNetwork(tf.train.sgd(0.5));
  await fit(model, referenceSamples, referenceOptions);
  await expectNoLeak(async () => {
    const short = fit(model, referenceSamples, { ...referenceOptions, classWeights: [1, 1] });
    await expect(short).rejects.toThrow(/classes 0 to 1, but row \d+ is of class 2/);
    await expect(short).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    const negative = fit(model, referenceSamples, { classWeights: [1, -1, 1] });
    await expect(negative).rejects.toThrow(/that of class 1 is -1/);
    await fit(model, referenceSamples, { ...referenceOptions, classWeights });
  });
});

it("balancedClassWeights(labels, classes) agrees with scikit-learn", () => {
  const { labels, weights } = reference.balanced;
  for (const [label, weight] of balancedClassWeights(labels, 4).entries()) {
    expect(weight).toBeCloseTo(weights[label] ?? Number.NaN, 12);
  }
});

it("balancedClassWeights(labels, classes) leaves out a class that does not occur, and rejects others", () => {
  expect(balancedClassWeights([0, 0, 2, 0], 4)).toEqual([2 / 3, 0, 2, 0]);
  for (const label of [-1, 2, 0.5]) expect(() => balancedClassWeights([0, label], 2)).toThrow(/label 1 is/);
});
