import { addN, cast, mul, sum, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";

/**
 * Finds out whether all weights of a model are finite numbers, by one value that is read from the backend.
 *
 * A loss may stay finite when they are not: cross-entropies keep probabilities away from 0 and 1.
 */
export async function hasFiniteWeights({ weights }: LayersModel): Promise<boolean> {
  if (weights.length === 0) return true;
  // 0 times what is not finite is NaN, and 0 times anything else adds up to 0.
  const zero = tidy(() => addN(weights.map((weight) => sum(mul(cast(weight.read(), "float32"), 0)))));
  const [value] = await zero.data();
  zero.dispose();
  return value === 0;
}
