import { keep, Optimizer, type Scalar, type Tensor } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";
import type { CostAndGradients } from "./costAndGradients.ts";
import { dropTape } from "./dropTape.ts";
import { type BatchTensors, recordCost } from "./recordCost.ts";

/** Whether an optimizer moves the weights in a way of its own, such as one that looks at the gradients a second time from elsewhere. */
export const hasOwnMinimize = (optimizer: Optimizer): boolean =>
  optimizer.minimize !== Optimizer.prototype.minimize;

/**
 * Moves the weights by one batch in the optimizer's own way, which may ask for the cost more than once, within a `tidy` of the caller.
 * What throws leaves nothing behind.
 *
 * @returns what the batch cost and what the model gave at the first asking, before the weights moved
 */
export function minimizeItself(
  compiled: CompiledModel,
  batch: BatchTensors,
): Pick<CostAndGradients, "cost" | "output"> {
  const { optimizer, variables } = compiled;
  let first: { readonly cost: Scalar; readonly output: Tensor } | undefined;
  const ask = (): Scalar => {
    const { cost, output } = recordCost(compiled, batch);
    // The tidy of the gradients would dispose of them.
    first ??= { cost: keep(cost), output: keep(output) };
    return cost;
  };
  try {
    optimizer.minimize(ask, false, variables);
    if (first) return first;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The minimize of this optimizer (${optimizer.getClassName()}) never called the function that it was given, and so looked at no batch. ` +
        "Call it, or give it to computeGradients.",
    );
  } catch (error) {
    first?.cost.dispose();
    first?.output.dispose();
    dropTape();
    throw error;
  }
}
