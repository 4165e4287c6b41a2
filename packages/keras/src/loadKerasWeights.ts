import type { LayersModel } from "@tensorflow/tfjs-layers";
import { reportingCorrupt } from "./reportingCorrupt.ts";
import { openWeights } from "./openWeights.ts";
import { kerasLayers } from "./weights/draftWeights.ts";
import { loadWeights } from "./weights/loadWeights.ts";

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
  return reportingCorrupt(async () =>
    loadWeights(model, (await openWeights(bytes, partial))(kerasLayers), kerasLayers, partial),
  );
}
