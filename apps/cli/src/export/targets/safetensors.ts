import type { ExportTarget } from "../ExportTarget.ts";

/** The weights alone, for NumPy, PyTorch and others. */
export const safetensors: ExportTarget = {
  name: "safetensors",
  title: "the weights alone, by name",
  ending: ".safetensors",
  async encode({ model, metadata }) {
    const { encodeSafetensors } = await import("@minibatch/training");
    const names = new Map<string, number>();
    const tensors = model.weights.map((weight) => {
      // Layers of one model within another may have the same names.
      const count = names.get(weight.originalName) ?? 0;
      names.set(weight.originalName, count + 1);
      const name = count === 0 ? weight.originalName : `${weight.originalName}_${count}`;
      const tensor = weight.read();
      return [name, { shape: tensor.shape, data: tensor.dataSync<"float32">() }] as const;
    });
    return encodeSafetensors({
      tensors: new Map(tensors),
      metadata: { minibatch: JSON.stringify(metadata) },
    });
  },
};
