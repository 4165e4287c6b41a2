import "@tensorflow/tfjs-backend-cpu";
import { transfer } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { fit, makeOptimizer, predict } from "../src/index.ts";
import { readReference } from "./readReference.ts";

interface Reference {
  readonly x: number[];
  readonly y: number[];
  readonly body: Record<string, number[][]>;
  readonly head: number[][];
  readonly runs: Record<"true" | "false" | "norm1", Run>;
}

interface Run {
  readonly losses: number[];
  readonly weights: Record<string, number[][]>;
  readonly predicted: number[];
}

const reference = readReference<Reference>("transfer");
const samples = {
  x: { data: Float32Array.from(reference.x), shape: [12, 5, 5, 1] },
  y: { data: Uint8Array.from(reference.y), shape: [12] },
};

beforeAll(() => tf.setBackend("cpu"));

/** The network of the reference; within another one where that is asked for. */
function trainedNetwork(nested: boolean, units = 2): tfl.LayersModel {
  const { layers } = tfl;
  const body = [
    layers.conv2d({ filters: 3, kernelSize: 3, useBias: false, name: "conv1", inputShape: [5, 5, 1] }),
    layers.batchNormalization({ momentum: 0.9, name: "norm1" }),
    layers.activation({ activation: "relu" }),
    layers.conv2d({ filters: 4, kernelSize: 2, useBias: false, name: "conv2" }),
    layers.batchNormalization({ momentum: 0.6, scale: false, name: "norm2" }),
    layers.activation({ activation: "relu" }),
    layers.globalAveragePooling2d({}),
  ];
  const head = layers.dense({ units, activation: "softmax", name: "head" });
  const model = tfl.sequential({
    layers: nested ? [tfl.sequential({ layers: body }), head] : [...body, head],
  });
  for (const [name, values] of Object.entries(reference.body)) setWeights(layerOf(model, name), values);
  return model;
}

function layerOf({ layers }: tfl.LayersModel, name: string): tfl.layers.Layer {
  const all = layers.flatMap((layer) => (layer instanceof tfl.LayersModel ? layer.layers : [layer]));
  return all.find((layer) => layer.name === name) as tfl.layers.Layer;
}

function setWeights(layer: tfl.layers.Layer, values: readonly number[][]): void {
  tf.tidy(() => {
    const shapes = layer.getWeights().map(({ shape }) => shape);
    layer.setWeights(values.map((one, index) => tf.tensor(one, shapes[index])));
  });
}

function valuesOf(layer: tfl.layers.Layer): number[][] {
  return layer.getWeights().map((weight) => [...weight.dataSync()]);
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) expect(actual[index]).toBeCloseTo(value, 4);
}

it.each([
  { freeze: true, nested: false },
  { freeze: true, nested: true },
  { freeze: false, nested: false },
  { freeze: false, nested: true },
  { freeze: "norm1", nested: false },
] as const)(
  "fit(transfer(backbone, { freeze: $freeze })) trains as Keras, and leaves the backbone as it was, nested $nested",
  ({ freeze, nested }) =>
    expectNoLeak(async () => {
      const { losses, weights, predicted } = reference.runs[`${freeze}`];
      const backbone = trainedNetwork(nested);
      const before = backbone.layers.map(valuesOf);
      const model = transfer(backbone, { classes: 3, freeze });
      setWeights(layerOf(model, "head"), reference.head);
      const optimizer = makeOptimizer("sgd", { learningRate: 0.1, momentum: 0.9 });
      model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
      const measured: number[] = [];
      await fit(model, samples, {
        epochs: 4,
        batchSize: 4,
        shuffle: false,
        onEvent: (event) => event.type === "batch" && measured.push(event.logs["loss"] ?? Number.NaN),
      });
      expectClose(measured, losses);
      for (const [name, expected] of Object.entries(weights)) {
        for (const [index, values] of valuesOf(layerOf(model, name)).entries()) {
          expectClose(values, expected[index] ?? []);
        }
      }
      expectClose([...(await predict(model, samples.x)).data], predicted);
      expect(backbone.layers.map(valuesOf)).toEqual(before);
      for (const disposable of [model, backbone, optimizer]) disposable.dispose();
    }),
);

it("fit(model, samples) keeps a normalization as it is that does not learn, as in Keras, and gives it back to tfjs", () =>
  expectNoLeak(async () => {
    const { losses } = reference.runs.true;
    const model = trainedNetwork(true, 3);
    setWeights(layerOf(model, "head"), reference.head);
    // The flag of the model that holds it: tfjs does not hand it down.
    (model.layers[0] as tfl.LayersModel).trainable = false;
    const normalization = layerOf(model, "norm1");
    const optimizer = makeOptimizer("sgd", { learningRate: 0.1, momentum: 0.9 });
    model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
    const history = await fit(model, samples, { epochs: 1, batchSize: 4, shuffle: false });
    expectClose(history.loss, losses.slice(2, 3));
    for (const [index, values] of valuesOf(normalization).entries()) {
      expectClose(values, reference.body["norm1"]?.[index] ?? []);
    }
    expect(Object.hasOwn(normalization, "call")).toBe(false);
    for (const disposable of [model, optimizer]) disposable.dispose();
  }));
