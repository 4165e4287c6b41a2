import type { LayersModel } from "@tensorflow/tfjs-layers";

/** Disposes a model when what is done with it fails. */
export async function disposeAfter<T>(model: LayersModel, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    model.dispose();
    throw error;
  }
}
