import type { Samples } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { dispose, mean, type Tensor } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { assembleInputs, assembleTargets } from "./assembleBatch.ts";
import { type CompiledModel, compiledModel } from "./CompiledModel.ts";
import { computing } from "./computing.ts";
import { seededLayers } from "./seededLayers.ts";
import { EpochSums } from "./EpochSums.ts";
import type { Logs } from "../History.ts";
import { batchesOf } from "./batchesOf.ts";
import { inputScalingFor } from "./inputScalingFor.ts";
import { readMeasured } from "./readMeasured.ts";
import { readPenalty } from "./regularization.ts";
import { requireSamples } from "./requireSamples.ts";
import { applyToViews, type TestTimeAugmentation } from "./testViews.ts";
import { yieldToEventLoop } from "./yieldToEventLoop.ts";

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
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
   * Which views of each image are asked about; loss and metrics are those of their mean outputs.
   *
   * @default the image alone
   */
  readonly testTimeAugmentation?: TestTimeAugmentation | undefined;
  /** Stops between batches; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Measures loss and metrics of a compiled model on samples, in bounded memory: one batch at a time becomes a tensor.
 *
 * @returns `loss`, regularization included as in Keras, and the compiled metrics, e.g. `accuracy`
 * @throws {TrainingError} `NOT_COMPILED`, `SHAPE_MISMATCH`, or `INVALID_ARGUMENT` for targets that mean nothing to the loss,
 *   as {@link fit} checks them
 * @example
 * const { loss, accuracy } = await evaluate(model, test);
 */
export async function evaluate(
  model: LayersModel,
  samples: Samples,
  options: EvaluateOptions = {},
): Promise<Logs> {
  const { batchSize = 128, testTimeAugmentation, signal } = options;
  const compiled = compiledModel(model);
  const rows = Uint32Array.from({ length: requireSamples(compiled, samples) }, (_, row) => row);
  const inputScaling = inputScalingFor(model, samples.x, options.inputScaling);
  const sums = new EpochSums(compiled.metrics);
  const random = seededLayers(model, 1, "evaluate");
  try {
    for (const [index, batch] of batchesOf(rows, batchSize).entries()) {
      const tensors = computing("the evaluation", () =>
        random.during(index, () =>
          testStep(
            compiled,
            assembleInputs(samples.x, batch, inputScaling),
            assembleTargets(samples.y, batch),
            testTimeAugmentation,
          ),
        ),
      );
      sums.add(await readMeasured(tensors), batch.length);
      dispose(tensors);
      await yieldToEventLoop();
      signal?.throwIfAborted();
    }
  } finally {
    random.restore();
  }
  const logs = sums.logs();
  return { ...logs, loss: (logs["loss"] ?? Number.NaN) + (await readPenalty(compiled.penalties)) };
}

function testStep(
  { model, loss, metrics }: CompiledModel,
  x: Tensor,
  y: Tensor,
  testTimeAugmentation: TestTimeAugmentation | undefined,
): Tensor[] {
  const output = applyToViews(model, x, testTimeAugmentation);
  return [mean(loss(y, output)), ...metrics.map(({ measure }) => measure(y, output))];
}
