import type { LoadedModel } from "./LoadedModel.ts";
import { scalingWithin } from "./scalingWithin.ts";

/** Makes a model of the bytes of a Keras file; what reads them is loaded when it is needed. */
export async function decodeKerasFile(bytes: Uint8Array): Promise<LoadedModel> {
  const { decodeKeras } = await import("@minibatch/keras");
  const { model, metadata } = await decodeKeras(bytes);
  return scalingWithin({ model, metadata });
}
