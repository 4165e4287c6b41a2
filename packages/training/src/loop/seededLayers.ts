import { type TensorContainer, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { drawingFrom } from "../random/drawingFrom.ts";
import { seededRandom } from "../random/seededRandom.ts";
import { cellMasks } from "./cellMasks.ts";
import { dropoutMasks } from "./dropoutMasks.ts";

/** The random layers of a model, in the hands of a seed. */
export interface SeededLayers {
  /** Computes a step in a `tidy`; all that the model draws meanwhile belongs to the step of this number. */
  during<Result extends TensorContainer>(step: number, compute: () => Result): Result;
  /** Makes the layers what they were. */
  restore(): void;
}

/**
 * Makes all that a model draws at random depend on a seed and the number of the step alone: masks and noise vary from step
 * to step and from layer to layer, repeat from run to run on every backend, and need no state to resume.
 *
 * tfjs' layers draw from `Math.random` where they have no seed, whatever they are and however deep: what `Math.random` gives
 * during a step comes from the seed. Where layers have a seed of their own, tfjs would repeat the same mask at every call;
 * the seed of the run takes its place. Dropout gets masks of a faster generator.
 *
 * @param purpose tells apart what draws in steps of the same number
 */
export function seededLayers(model: LayersModel, seed: number, purpose = "layers"): SeededLayers {
  const masks = dropoutMasks(model, seed);
  const kept = cellMasks(model);
  return {
    during(step, compute) {
      masks.setStep(step);
      kept.forget();
      return drawingFrom(seededRandom(seed, purpose, step), () => tidy(compute));
    },
    restore() {
      masks.restore();
      kept.forget();
    },
  };
}
