import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { evaluate, fit, sliceRows } from "../src/index.ts";
import { readReference } from "./readReference.ts";
import { expectRun, type ReferenceRun } from "./referenceNetwork.ts";

const { layers, sequential } = tfl;
const l1 = tfl.regularizers.l1({ l1: 0.02 });
const l2 = tfl.regularizers.l2({ l2: 0.05 });
const both = tfl.regularizers.l1l2({ l1: 0.01, l2: 0.03 });

const reference = readReference<{
  x: number[];
  y: number[];
  runs: Record<string, ReferenceRun & { start: number[][]; evaluated: number }>;
}>("regularization");

const samples = {
  x: { data: Float32Array.from(reference.x), shape: [10, 4] },
  y: { data: Float32Array.from(reference.y), shape: [10, 1] },
};

function flat(): [tfl.layers.Layer, tfl.layers.Layer] {
  const hidden = { units: 3, activation: "tanh", kernelRegularizer: l2, biasRegularizer: l1 } as const;
  return [layers.dense({ inputShape: [4], ...hidden }), layers.dense({ units: 1, kernelRegularizer: both })];
}

/** tfjs' own, an orthogonal matrix, needs methods of tensors that only the union package brings. */
const recurrentInitializer = "glorotUniform";

/** The models of reference/regularization.py. */
const models: Record<string, () => tfl.LayersModel> = {
  flat: () => sequential({ layers: flat() }),
  nested: () => {
    const inner = sequential({
      layers: [layers.dense({ inputShape: [3], units: 2, kernelRegularizer: l2 })],
    });
    const middle = sequential({
      layers: [layers.dense({ inputShape: [4], units: 3, kernelRegularizer: l1 }), inner],
    });
    return sequential({ layers: [middle, layers.dense({ units: 1 })] });
  },
  shared: () => {
    const inputs = tfl.input({ shape: [4] });
    const layer = layers.dense({ units: 4, activation: "tanh", kernelRegularizer: l2 });
    const hidden = layer.apply(layer.apply(inputs)) as tfl.SymbolicTensor;
    return tfl.model({ inputs, outputs: layers.dense({ units: 1 }).apply(hidden) as tfl.SymbolicTensor });
  },
  shared_by_two_models: () => {
    const inputs = tfl.input({ shape: [4] });
    const layer = layers.dense({ units: 4, activation: "tanh", kernelRegularizer: l2 });
    const modelOf = (input: tfl.SymbolicTensor) =>
      tfl.model({ inputs: input, outputs: layer.apply(input) as tfl.SymbolicTensor });
    const one = modelOf(tfl.input({ shape: [4] }));
    const other = modelOf(tfl.input({ shape: [4] }));
    const hidden = other.apply(one.apply(inputs)) as tfl.SymbolicTensor;
    return tfl.model({ inputs, outputs: layers.dense({ units: 1 }).apply(hidden) as tfl.SymbolicTensor });
  },
  frozen: () => {
    const [first, last] = flat();
    first.trainable = false;
    return sequential({ layers: [first, last] });
  },
  recurrent: () =>
    sequential({
      layers: [
        layers.reshape({ inputShape: [4], targetShape: [4, 1] }),
        layers.lstm({
          units: 2,
          recurrentInitializer,
          recurrentActivation: "sigmoid",
          kernelRegularizer: l2,
          recurrentRegularizer: l1,
          biasRegularizer: both,
          returnSequences: true,
        }),
        layers.simpleRNN({ units: 2, recurrentInitializer, recurrentRegularizer: l2 }),
        layers.dense({ units: 1 }),
      ],
    }),
  wrapped: () =>
    sequential({
      layers: [
        layers.reshape({ inputShape: [4], targetShape: [4, 1] }),
        layers.timeDistributed({ layer: layers.dense({ units: 2, kernelRegularizer: l2 }) }),
        layers.bidirectional({
          layer: layers.simpleRNN({ units: 2, recurrentInitializer, kernelRegularizer: l1 }),
          mergeMode: "concat",
        }),
        layers.dense({ units: 1 }),
      ],
    }),
};

beforeAll(() => tf.setBackend("cpu"));

/** The weights of a model, layer by layer and each once, as Keras lists them. */
function weightsByLayer(model: tfl.LayersModel): tfl.LayerVariable[] {
  return [
    ...new Map(model.layers.flatMap(({ weights }) => weights.map((weight) => [weight.id, weight]))).values(),
  ];
}

/** A model with the weights that Keras began with. */
function startOf(name: string): tfl.LayersModel {
  const model = models[name]?.();
  if (!model) throw new Error(`There is no model "${name}".`);
  const start = reference.runs[name]?.start ?? [];
  const weights = weightsByLayer(model);
  expect(weights).toHaveLength(start.length);
  for (const [at, weight] of weights.entries()) {
    tf.tidy(() => void weight.write(tf.tensor(start[at] ?? [], weight.shape as number[])));
  }
  return model;
}

it.each(Object.keys(models))(
  "fit and evaluate add the regularization of a %s model as Keras does: to training, validation and evaluate",
  async (name) => {
    const model = startOf(name);
    const optimizer = tf.train.sgd(0.05);
    model.compile({ optimizer, loss: "meanSquaredError" });
    await expectNoLeak(async () => {
      const { loss } = await evaluate(model, samples, { batchSize: 4 });
      expect(loss).toBeCloseTo(reference.runs[name]?.evaluated ?? Number.NaN, 5);
      const history = await fit(model, sliceRows(samples, 0, 7), {
        batchSize: 3,
        epochs: 3,
        shuffle: false,
        validationData: sliceRows(samples, 7),
      });
      const weights = weightsByLayer(model).map((weight) => [...weight.read().dataSync()]);
      expectRun(history, model, reference.runs[name], weights);
    });
  },
);
