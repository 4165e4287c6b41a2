import type { LayersModel } from "@tensorflow/tfjs-layers";
import { openWeights } from "./openWeights.ts";
import { readingFile } from "./readingFile.ts";
import { kerasLayers } from "./weights/kerasLayers.ts";
import { loadWeights } from "./weights/loadWeights.ts";
import { weightSlots } from "./weights/weightSlots.ts";

/** Options of {@link loadKerasWeights}. */
export interface LoadKerasWeightsOptions {
  /**
   * Whether layers that the file has no fitting weights for are left as they are, in place of an error. Layers are then found by their
   * names, and not by their order.
   *
   * @default false
   */
  readonly partial?: boolean | undefined;
}

/**
 * Loads the weights of a Keras file into a model that was built here: `.weights.h5` of Keras 2 or 3, or the weights in a `.keras` or `.h5`.
 *
 * As in Keras, the layers of the same class are taken in their order, whatever their names are.
 *
 * @returns the names of the weights that were left as they are: none unless `partial`
 * @throws {KerasError} `WEIGHTS_MISMATCH`, with every weight that is missing or has another shape; the model is as before then
 * @example
 * await loadKerasWeights(model, bytes);
 * const left = await loadKerasWeights(model, bytes, { partial: true }); // ["lookup/kernel"]
 */
export function loadKerasWeights(
  model: LayersModel,
  bytes: Uint8Array,
  { partial = false }: LoadKerasWeightsOptions = {},
): Promise<readonly string[]> {
  return readingFile(bytes, async (plain) => {
    const store = await openWeights(plain, partial);
    const slots = weightSlots(model, kerasLayers);
    const datasets = store(model, slots, kerasLayers);
    const fits = (_: unknown, i: number): boolean =>
      !partial || datasets[i]?.shape.join() === slots[i]?.weight.shape.join();
    await loadWeights(slots.filter(fits), datasets.filter(fits));
    return slots.filter((slot, i) => !fits(slot, i)).map(({ weight }) => weight.originalName);
  });
}
