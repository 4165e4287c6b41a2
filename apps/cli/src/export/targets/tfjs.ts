import type { ExportTarget } from "../ExportTarget.ts";

/** What TensorFlow.js loads: a folder. */
export const tfjs: ExportTarget = {
  name: "tfjs",
  title: "a folder for TensorFlow.js: model.json and weights.bin",
  ending: "-tfjs",
  async encode({ model, metadata }) {
    const { encodeModel } = await import("@minibatch/models");
    return encodeModel(model, metadata);
  },
};
