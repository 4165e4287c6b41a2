import type { ExportTarget } from "../ExportTarget.ts";

/** An ONNX file, with what is known of the model as texts beside it. */
export const onnx: ExportTarget = {
  name: "onnx",
  title: "an ONNX file: onnxruntime.InferenceSession",
  ending: ".onnx",
  async encode({ model, metadata }) {
    const { encodeOnnx } = await import("@minibatch/onnx");
    const texts = Object.entries(metadata)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
    return encodeOnnx(model, { metadata: Object.fromEntries(texts) });
  },
};
