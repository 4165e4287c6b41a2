import type { Samples } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { seededRandom } from "../random/seededRandom.ts";
import type { MicroBatch } from "./accumulatedStep.ts";
import { assembleAugmented, assembleInputs, assembleTargets } from "./assembleBatch.ts";
import { assembleWeights } from "./assembleWeights.ts";
import { batchesOf } from "./batchesOf.ts";
import type { FitOptions } from "./FitOptions.ts";

/** What decides how the tensors of a batch are made. */
export interface MicroBatchOptions
  extends Pick<FitOptions, "augmentation" | "classWeights" | "gradientAccumulation" | "seed"> {
  readonly inputScaling: InputScaling;
}

/**
 * Gives what divides each batch of an epoch into its parts, whose tensors are made when they are due. The parts of a batch share the
 * random numbers by which its images change, in their order.
 */
export function microBatches(
  { x, y }: Samples,
  { augmentation, classWeights, gradientAccumulation = 1, inputScaling, seed = 1 }: MicroBatchOptions,
): (rows: Uint32Array, epoch: number, batch: number) => MicroBatch[] {
  return (rows, epoch, batch) => {
    const random = augmentation && seededRandom(seed, "augment", epoch, batch);
    return batchesOf(rows, Math.ceil(rows.length / gradientAccumulation)).map((part) => ({
      rows: part.length,
      assemble: () => ({
        x:
          augmentation && random
            ? assembleAugmented(x, part, inputScaling, augmentation, random, { epoch, seed })
            : assembleInputs(x, part, inputScaling),
        y: assembleTargets(y, part),
        weights: classWeights && assembleWeights(y, part, classWeights),
      }),
    }));
  };
}
