import { ownLayers } from "./layers/ownLayers.ts";

/**
 * Lets tfjs know the layers that Keras has and tfjs has not, or computes otherwise: the GRU that resets the state after the product with the
 * recurrent kernel, which has a second bias there.
 *
 * `decodeKeras` does this itself; it is needed before tfjs loads a `model.json` with such a layer.
 *
 * @example
 * await registerKerasLayers();
 * const model = await loadLayersModel("https://example.org/model.json");
 */
export async function registerKerasLayers(): Promise<void> {
  for (const { load } of ownLayers) await load();
}
