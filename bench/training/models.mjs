// The networks, as data that every engine builds with its own layers. Convolutions are 3x3 with relu.

/**
 * @typedef {{ kind: "conv", filters: number, padding: "same" | "valid" } | { kind: "pool" } | { kind: "flatten" }
 *   | { kind: "dropout", rate: number } | { kind: "dense", units: number, activation: "relu" | "softmax" }} Layer
 * @typedef {{ input: number[], optimizer: "rmsprop" | "adam", learningRate: number, layers: Layer[] }} Model
 */

const conv = (filters, padding = "valid") => ({ kind: "conv", filters, padding });
const dense = (units) => ({ kind: "dense", units, activation: "relu" });
const dropout = (rate) => ({ kind: "dropout", rate });
const pool = { kind: "pool" };
const flatten = { kind: "flatten" };
const classes = { kind: "dense", units: 10, activation: "softmax" };
const image = [28, 28, 1];

/** @type {Record<string, Model>} */
export const models = {
  mlp: { input: [784], optimizer: "rmsprop", learningRate: 0.001, layers: [dense(512), classes] },
  cnn: {
    input: image,
    optimizer: "adam",
    learningRate: 0.001,
    layers: [conv(32), pool, conv(64), pool, flatten, dropout(0.5), classes],
  },
  "mnist-cnn": {
    input: image,
    optimizer: "adam",
    learningRate: 0.001,
    layers: [conv(32), conv(64), pool, dropout(0.25), flatten, dense(128), dropout(0.5), classes],
  },
  "cifar10-cnn": {
    input: [32, 32, 3],
    optimizer: "rmsprop",
    learningRate: 0.0001,
    layers: [
      conv(32, "same"),
      conv(32),
      pool,
      dropout(0.25),
      conv(64, "same"),
      conv(64),
      pool,
      dropout(0.25),
      flatten,
      dense(512),
      dropout(0.5),
      classes,
    ],
  },
};
