import { deriveSeed } from "@minibatch/models";
import type { LayersModel } from "@tensorflow/tfjs-layers";

/** Sets and resets the seeds of a model's dropout layers. */
export interface DropoutSeeds {
  /** Gives each dropout layer the mask that belongs to this step of training. */
  setStep(step: number): void;
  /** Puts back the seeds that the layers had. */
  restore(): void;
}

/**
 * Makes the dropout layers of a model reproducible.
 *
 * A stock layer without a seed draws from `Math.random`, one with a seed repeats the same mask at every call. Setting a
 * new seed before each step, derived from the step's number, gives masks that vary, repeat from run to run, and need
 * no state to resume.
 */
export function dropoutSeeds(model: LayersModel, seed: number): DropoutSeeds {
  const layers = model.layers.filter((layer) => layer.getClassName() === "Dropout") as unknown as {
    seed: number | undefined;
  }[];
  const original = layers.map((layer) => layer.seed);
  return {
    setStep(step) {
      for (const [index, layer] of layers.entries()) layer.seed = deriveSeed(seed, "dropout", index, step);
    },
    restore() {
      for (const [index, layer] of layers.entries()) layer.seed = original[index];
    },
  };
}
