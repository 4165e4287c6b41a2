import type { ExportTarget } from "../ExportTarget.ts";

/** The format of Keras 2, which 3 still reads. */
export const h5: ExportTarget = {
  name: "h5",
  title: "a whole model in HDF5, as Keras 2 has it",
  ending: ".h5",
  async encode({ model, metadata }) {
    const { encodeKeras } = await import("@minibatch/keras");
    return encodeKeras(model, { format: "h5", metadata: { ...metadata } });
  },
};
