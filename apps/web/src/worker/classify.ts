import type { NdArray } from "@minibatch/datasets";
import { type InputScaling, outputActivation } from "@minibatch/models";
import { type PredictOptions, predict, softmax } from "@minibatch/training";
import { shapeText } from "./shapeText.ts";
import { tellsImagesApart } from "./tellsImagesApart.ts";
import { openedModel } from "./openedModel.ts";
import { shapeOf } from "./shapeOf.ts";
import { WorkerError } from "./WorkerError.ts";

/** What a network gets that does not say which pixels it takes. */
export const toUnitRange: InputScaling = { scale: 1 / 255, offset: 0 };

/**
 * Runs images through the open model.
 *
 * @param images bytes `[rows, height, width, channels]`
 * @returns the probability of each class for each image, also of a network that ends in their logarithms
 * @throws {WorkerError} `MISFIT` for a network of other inputs or outputs
 */
export async function classify(
  images: NdArray,
  options: Pick<PredictOptions, "signal" | "onProgress"> = {},
): Promise<NdArray<Float32Array>> {
  const { model, metadata } = openedModel();
  const x = inputsOf(images);
  const outputs = await predict(model, x, { ...options, inputScaling: metadata.inputScaling ?? toUnitRange });
  return outputActivation(model) === "linear" ? normalized(outputs) : outputs;
}

/**
 * Images in the shape in which the open model takes them.
 *
 * @throws {WorkerError} `MISFIT`
 */
export function inputsOf({ data, shape: [rows = 0, ...image] }: NdArray): NdArray {
  const { model } = openedModel();
  const shape = shapeOf(model);
  if (shape && tellsImagesApart(shape, image)) return { data, shape: [rows, ...(shape.input as number[])] };
  const textOf = (tensors: typeof model.inputs): string =>
    tensors.map((tensor) => shapeText(tensor.shape.slice(1))).join(", ");
  const [inputs, outputs] = [textOf(model.inputs), textOf(model.outputs)];
  const expected = shapeText(image);
  throw new WorkerError(
    "MISFIT",
    `The network takes ${inputs} and gives ${outputs}. What is needed takes images of ${expected} and gives a number for each class.`,
    [inputs, outputs, expected],
  );
}

function normalized({ data, shape }: NdArray<Float32Array>): NdArray<Float32Array> {
  const width = shape.at(-1) ?? 1;
  const shares = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += width) shares.set(softmax([...data.subarray(at, at + width)]), at);
  return { data: shares, shape };
}
