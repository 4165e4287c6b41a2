import { add, engine, keep, mean, mul, type Scalar, type Tensor, tidy } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";

/** What a step trains on. */
export interface BatchTensors {
  /** Inputs `[rows, ...inputShape]` */
  readonly x: Tensor;
  /** Targets `[rows, ...]` */
  readonly y: Tensor;
  /** How much each row counts in the loss, `[rows]`; 1 without. */
  readonly weights?: Tensor | undefined;
}

/**
 * Moves the weights by one batch.
 *
 * @returns the loss before the step, and what each metric measures of the batch; the caller disposes them
 */
export function trainStep(compiled: CompiledModel, batch: BatchTensors): Tensor[] {
  const { optimizer, metrics, variables } = compiled;
  return recovering((keepOutput) =>
    tidy(() => {
      let output: Tensor | undefined;
      const cost = optimizer.minimize(
        () => {
          const recorded = recordCost(compiled, batch);
          output = keepOutput(recorded.output);
          return recorded.cost;
        },
        true,
        variables,
      ) as Scalar;
      return [cost, ...metrics.map(({ measure }) => measure(batch.y, output as Tensor))];
    }),
  );
}

/** Computes the output for a batch, and what is to become smaller. */
export function recordCost(
  { model, loss, penalties }: CompiledModel,
  { x, y, weights }: BatchTensors,
): { readonly output: Tensor; readonly cost: Scalar } {
  const output = model.apply(x, { training: true }) as Tensor;
  const losses = loss(y, output);
  const weighted = weights ? mul(losses, requireLossOfRows(losses, weights)) : losses;
  return { output, cost: penalties().reduce<Scalar>(add, mean(weighted)) };
}

/**
 * Computes a step that keeps the output of the model, because the tidy of the gradient would dispose of it before the metrics see it, and
 * leaves nothing behind, also where the loss throws.
 */
export function recovering(compute: (keepOutput: (output: Tensor) => Tensor) => Tensor[]): Tensor[] {
  let kept: Tensor | undefined;
  try {
    return compute((output) => (kept = keep(output)));
  } catch (error) {
    dropTape();
    throw error;
  } finally {
    kept?.dispose();
  }
}
/** Disposes of what tfjs kept for a gradient that it did not come to: it forgets it when the loss throws. */
function dropTape(): void {
  const { state } = engine();
  if (state.gradientDepth > 0) return;
  for (const { saved } of (state.activeTape as typeof state.activeTape | null) ?? []) {
    for (const tensor of saved ?? []) tensor.dispose();
  }
  state.activeTape = [];
}

function requireLossOfRows(losses: Tensor, weights: Tensor): Tensor {
  if (losses.rank === 1 && losses.size === weights.size) return weights;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `classWeights weigh the loss of each row, [${weights.size}], but this loss gives [${losses.shape.join(", ")}]. ` +
      "Return one value a row, as the losses of tfjs-layers do, or leave out classWeights.",
  );
}
