import type { RunRecord } from "../src/run/RunRecord.ts";

/** The record of a run that has just started. */
export const record: RunRecord = {
  format: 1,
  status: "running",
  recipe: "digits-cnn",
  dataset: "synthetic-digits",
  backend: "wasm",
  machine: { device: "WebAssembly", cpu: "some processor", cores: 2 },
  settings: {
    epochs: 3,
    batchSize: 64,
    learningRate: 0.001,
    optimizer: "adam",
    momentum: null,
    nesterov: null,
    weightDecay: null,
    seed: 1,
    limit: null,
    validationSplit: null,
    earlyStopping: null,
  },
  versions: {},
};
