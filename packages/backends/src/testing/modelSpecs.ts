import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { checkClose } from "./checkClose.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { digest } from "./digest.ts";
import { expected } from "./expected.generated.ts";
import { sampleValues } from "./sample.ts";
import { withoutLeak } from "./withoutLeak.ts";

/** A classic model in small, and how it learns. */
interface Case {
  readonly layers: () => tfl.layers.Layer[];
  readonly inputShape: readonly number[];
  readonly optimizer: () => tf.Optimizer;
}

const softmax = () => tfl.layers.dense({ units: 4, activation: "softmax" });
const conv = (filters: number) => tfl.layers.conv2d({ filters, kernelSize: 3, activation: "relu" });
const pool = () => tfl.layers.maxPooling2d({ poolSize: 2 });

/** Named, since tfjs takes another one where it believes to compute with 16 bits. */
const EPSILON = 1e-7;

const cases: Readonly<Record<string, Case>> = {
  "softmax regression under SGD": {
    inputShape: [12],
    layers: () => [softmax()],
    optimizer: () => tf.train.sgd(0.1),
  },
  "an MLP under RMSProp": {
    inputShape: [12],
    layers: () => [tfl.layers.dense({ units: 9, activation: "relu" }), softmax()],
    optimizer: () => tf.train.rmsprop(0.01, 0.9, 0, EPSILON),
  },
  "an MLP under momentum": {
    inputShape: [12],
    layers: () => [tfl.layers.dense({ units: 9, activation: "tanh" }), softmax()],
    optimizer: () => tf.train.momentum(0.05, 0.9),
  },
  "a convnet under Adam": {
    inputShape: [14, 14, 1],
    layers: () => [conv(4), pool(), conv(5), pool(), tfl.layers.flatten(), softmax()],
    optimizer: () => tf.train.adam(0.01, 0.9, 0.999, EPSILON),
  },
  "a deep convnet under Adadelta": {
    inputShape: [10, 10, 3],
    layers: () => [
      conv(4),
      conv(4),
      pool(),
      tfl.layers.flatten(),
      tfl.layers.dense({ units: 8, activation: "relu" }),
      softmax(),
    ],
    optimizer: () => tf.train.adadelta(1, 0.95, EPSILON),
  },
  "a convnet with batch normalization under SGD": {
    inputShape: [10, 10, 3],
    layers: () => [
      tfl.layers.conv2d({ filters: 4, kernelSize: 3 }),
      tfl.layers.batchNormalization(),
      tfl.layers.activation({ activation: "relu" }),
      tfl.layers.globalAveragePooling2d({}),
      softmax(),
    ],
    optimizer: () => tf.train.sgd(0.1),
  },
};

const BATCH = 6;
const STEPS = 3;

async function train({ layers, inputShape, optimizer: create }: Case): Promise<number[][]> {
  const optimizer = create();
  const model = tfl.sequential({
    layers: [tfl.layers.inputLayer({ inputShape: [...inputShape] }), ...layers()],
  });
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
  tf.tidy(() => model.setWeights(model.getWeights().map(initialWeight)));
  const x = tf.tensor(sampleValues(BATCH * tf.util.sizeFromShape([...inputShape]), 50), [
    BATCH,
    ...inputShape,
  ]);
  const y = tf.tensor1d([0, 1, 2, 3, 1, 2]);
  const losses: number[] = [];
  for (let step = 0; step < STEPS; step += 1) losses.push((await model.trainOnBatch(x, y)) as number);
  const weights = await Promise.all(model.getWeights().map((weight) => weight.data()));
  optimizer.dispose();
  // tfjs' momentum forgets the learning rate of the SGD that it builds on.
  tf.dispose((optimizer as { c?: tf.Tensor }).c ?? []);
  model.dispose();
  tf.dispose([x, y]);
  return [losses, ...weights.map((weight) => digest(weight))];
}

/** The reference starts from the same weights; what begins at 0 or 1 (biases, statistics) stays so. */
function initialWeight(weight: tf.Tensor, index: number): tf.Tensor {
  if (weight.rank < 2) return weight;
  return tf.tensor(
    sampleValues(weight.size, 100 + index).map((value) => value / 2),
    weight.shape,
  );
}

/** Three training steps of each classic model: losses and weights. */
export const modelSpecs: readonly ConformanceSpec[] = Object.entries(cases).map(([title, model]) => {
  const name = `training of ${title}`;
  return {
    name,
    trains: true,
    run: () =>
      withoutLeak(async () => {
        const actual = await train(model);
        const references = expected[name] ?? [];
        checkClose(`${name}, results`, [actual.length], [references.length]);
        for (const [index, reference] of references.entries()) {
          const what = index === 0 ? "losses" : `weight ${index - 1}`;
          checkClose(`${name}, ${what}`, actual[index] ?? [], reference);
        }
      }),
  };
});
