import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import {
  input,
  layers,
  type LayersModel,
  model,
  sequential,
  type SymbolicTensor,
} from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { linearRegression, mlp, outputActivation, perceptron, softmaxRegression } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const dense = (activation?: "softmax" | "tanh") =>
  layers.dense({ units: 2, inputShape: [3], ...(activation && { activation }) });

it.each<[string, string, () => LayersModel]>([
  ["linear", "linearRegression", () => linearRegression()],
  ["sigmoid", "perceptron", () => perceptron({ inputShape: [2] })],
  ["softmax", "softmaxRegression", () => softmaxRegression({ inputShape: [2], classes: 3 })],
  ["softmax", "mlp with classes", () => mlp({ inputShape: [2], hidden: [3], classes: 2 })],
  ["linear", "mlp with outputs", () => mlp({ inputShape: [2], hidden: [3], outputs: 2 })],
  ["tanh", "another activation", () => sequential({ layers: [dense("tanh")] })],
  [
    "softmax",
    "a layer that is an activation",
    () => sequential({ layers: [dense(), layers.activation({ activation: "softmax" })] }),
  ],
  ["softmax", "a softmax layer", () => sequential({ layers: [dense(), layers.softmax({})] })],
  [
    "linear",
    "a layer without an activation",
    () => sequential({ layers: [dense("softmax"), layers.reshape({ targetShape: [2, 1] })] }),
  ],
  [
    "softmax",
    "models within a model",
    () =>
      sequential({
        layers: [
          sequential({ layers: [layers.dense({ units: 3, inputShape: [4] })] }),
          sequential({ layers: [dense("softmax")] }),
        ],
      }),
  ],
  [
    "softmax",
    "a graph of layers whose last one is not the output",
    () => {
      const x = input({ shape: [3] });
      const y = dense("softmax").apply(x) as SymbolicTensor;
      return model({ inputs: x, outputs: y });
    },
  ],
])("outputActivation(model) is %s for %s", (expected, _name, make) =>
  expectNoLeak(() => {
    const made = make();
    expect(outputActivation(made)).toBe(expected);
    // dispose() of tfjs leaves the weights of models within it.
    tf.dispose(made.weights.map((weight) => weight.read()));
  }),
);
