import type { LayersModel } from "@tensorflow/tfjs-layers";
import { encodeGraph } from "./graph/encodeGraph.ts";
import { writeGraph } from "./layers/writeGraph.ts";
import { OnnxError } from "./OnnxError.ts";

/** Options of {@link encodeOnnx}. */
export interface EncodeOnnxOptions {
  /**
   * The version of the operators, 20 to 26. The newest is what `onnx` 1.21 and ONNX Runtime 1.30 take; ask for an older one where an older
   * runtime reads the file: 21 from ONNX Runtime 1.18 on.
   *
   * @default 26
   */
  readonly opset?: number | undefined;
  /**
   * Texts that are kept beside the model, such as the names of its classes.
   *
   * @default {}
   */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** The layout of the file that came with each version of the operators. */
const irVersions: ReadonlyMap<number, number> = new Map([
  [20, 9],
  [21, 10],
  [22, 10],
  [23, 11],
  [24, 12],
  [25, 13],
  [26, 13],
]);

/**
 * Writes a model as the bytes of an ONNX file: float32, any batch size, weights under their names.
 *
 * Inputs and outputs are those of the model, under its names and with its shapes: pictures stay `[batch, height, width, channels]`. What is
 * there only for training, such as dropout, is left out.
 *
 * @param model a model that knows its input shape; compiled or not
 * @returns the file; `onnx.checker` takes it, and ONNX Runtime computes what the model does
 * @throws {OnnxError} `UNSUPPORTED_LAYERS`, with all that cannot be written in `problems`; `INVALID_ARGUMENT` for a model without an input
 *   shape or another opset; `LIMIT_EXCEEDED` from 2 GiB on
 * @example
 * const model = cnn({ inputShape: [28, 28, 1], blocks: [{ filters: [8] }], classes: 10 });
 * await writeFile("digits.onnx", await encodeOnnx(model));
 */
export async function encodeOnnx(
  model: LayersModel,
  { opset = 26, metadata = {} }: EncodeOnnxOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const irVersion = irVersions.get(opset);
  if (irVersion === undefined) {
    const known = [...irVersions.keys()];
    throw new OnnxError("INVALID_ARGUMENT", `opset must be one of ${known.join(", ")}, but it is ${opset}.`);
  }
  requireBuilt(model);
  const weights = await Promise.all(
    model.weights.map(async (weight) => [weight.id, new Float32Array(await weight.read().data())] as const),
  );
  return encodeGraph(writeGraph(model, new Map(weights)), { opset, irVersion, metadata });
}

/** A sequential model is put together when it is first used; counting is such a use. */
function requireBuilt(model: LayersModel): void {
  try {
    model.countParams();
  } catch (cause) {
    throw new OnnxError(
      "INVALID_ARGUMENT",
      "The model does not know the shape of its input yet. Give its first layer an inputShape.",
      { cause },
    );
  }
}
