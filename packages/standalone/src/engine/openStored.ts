import { decodeWeights } from "./decodeWeights.ts";
import { runNetwork } from "./runNetwork.ts";
import type { StoredModel } from "./StoredModel.ts";

/**
 * Opens a stored model: its weights are decoded once.
 *
 * @returns what computes the output for one raw input, its values row-major
 * @example
 * const predict = openStored(stored);
 * predict(pixels); // Float32Array of probabilities
 */
export function openStored({ network, weights }: StoredModel): (input: ArrayLike<number>) => Float32Array {
  const decoded = weights.map(decodeWeights);
  return (input) => runNetwork(network, decoded, input);
}
