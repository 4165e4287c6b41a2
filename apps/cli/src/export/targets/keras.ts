import type { ExportTarget } from "../ExportTarget.ts";

/** A file that Keras 3 loads, with the class names beside the model. */
export const keras: ExportTarget = {
  name: "keras",
  title: "a file of Keras 3: keras.models.load_model",
  ending: ".keras",
  async encode({ model, metadata }) {
    const { encodeKeras } = await import("@minibatch/keras");
    return encodeKeras(model, { metadata: { ...metadata } });
  },
};
