import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { assembleInputs } from "./assembleBatch.ts";
import { batchesOf } from "./batchesOf.ts";
import { cellMasks } from "./cellMasks.ts";
import { computing } from "./computing.ts";
import { inputScalingFor } from "./inputScalingFor.ts";
import { requireInputs } from "./requireInputs.ts";
import { applyToViews, type TestTimeAugmentation } from "./testViews.ts";
import { yieldToEventLoop } from "./yieldToEventLoop.ts";

/** Options of {@link predict}. */
export interface PredictOptions {
  /**
   * How many samples go through the model at once: memory, not the result, depends on it.
   *
   * @default 128
   */
  readonly batchSize?: number | undefined;
  /**
   * What raw inputs need before they enter the model.
   *
   * @default bytes of images to 0..1, anything else as it is; where the model was trained with another scaling in this
   *   process, this has to be given
   */
  readonly inputScaling?: InputScaling | undefined;
  /**
   * Which views of each image are asked about; the outputs are the mean of theirs.
   *
   * @default the image alone
   */
  readonly testTimeAugmentation?: TestTimeAugmentation | undefined;
  /** Stops between batches; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each batch with the rows that are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Runs a model on inputs, in bounded memory: one batch at a time becomes a tensor.
 *
 * @param x raw inputs `[rows, ...inputShape]`
 * @returns the outputs `[rows, ...outputShape]`: for a classifier the probability of each class
 * @throws {TrainingError} `SHAPE_MISMATCH` when the inputs do not fit the model, `INVALID_ARGUMENT` for a model of several
 *   inputs or outputs
 * @example
 * const probabilities = await predict(model, test.x);
 * const labels = argMax(probabilities);
 */
export async function predict(
  model: LayersModel,
  x: NdArray,
  options: PredictOptions = {},
): Promise<NdArray<Float32Array>> {
  const { batchSize = 128, testTimeAugmentation, signal, onProgress } = options;
  requireInputs(model, x);
  const inputScaling = inputScalingFor(model, x, options.inputScaling);
  const total = x.shape[0] ?? 0;
  const rowShape = (model.outputs[0]?.shape ?? []).slice(1) as number[];
  const size = rowShape.reduce((product, length) => product * length, 1);
  const outputs = new Float32Array(total * size);
  const masks = cellMasks(model);
  let done = 0;
  for (const batch of batchesOf(
    Uint32Array.from({ length: total }, (_, row) => row),
    batchSize,
  )) {
    masks.forget();
    const output = computing("the prediction", () =>
      tidy(() => applyToViews(model, assembleInputs(x, batch, inputScaling), testTimeAugmentation)),
    );
    masks.forget();
    outputs.set(await output.data<"float32">(), done * size);
    output.dispose();
    done += batch.length;
    onProgress?.(done, total);
    await yieldToEventLoop();
    signal?.throwIfAborted();
  }
  return { data: outputs, shape: [total, ...rowShape] };
}
