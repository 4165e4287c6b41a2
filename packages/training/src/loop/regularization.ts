import { dispose, type Scalar, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { layersWithin } from "./layersWithin.ts";

/**
 * Finds the regularization losses of a model, as Keras counts them: of layers at any depth, once for a layer that is called
 * several times, and not of frozen ones. tfjs leaves out those of models within models and of recurrent layers, and counts
 * shared layers once a call.
 *
 * @returns what computes them at this moment, a scalar each
 */
export function regularization(model: LayersModel): () => Scalar[] {
  const trained = layersWithin(model, ({ trainable }) => trainable).filter(
    ({ trainableWeights, weights }) => trainableWeights.length > 0 || weights.length === 0,
  );
  // A wrapper gives the losses of its layer as its own.
  return () => [...new Set(trained.flatMap(({ losses }) => losses))].map((loss) => loss());
}

/** The sum of regularization losses as a number, 0 without any. */
export async function readPenalty(penalties: () => readonly Scalar[]): Promise<number> {
  const scalars = tidy(() => [...penalties()]);
  const values = await Promise.all(scalars.map((scalar) => scalar.data()));
  dispose(scalars);
  return values.reduce((sum, [value = Number.NaN]) => sum + value, 0);
}
