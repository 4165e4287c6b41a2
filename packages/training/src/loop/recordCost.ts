import { add, mean, mul, type Scalar, type Tensor } from "@tensorflow/tfjs-core";
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

function requireLossOfRows(losses: Tensor, weights: Tensor): Tensor {
  if (losses.rank === 1 && losses.size === weights.size) return weights;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `classWeights weigh the loss of each row, [${weights.size}], but this loss gives [${losses.shape.join(", ")}]. ` +
      "Return one value a row, as the losses of tfjs-layers do, or leave out classWeights.",
  );
}
