import { type Tensor, tidy } from "@tensorflow/tfjs-core";
import type { CompiledModel } from "./CompiledModel.ts";
import { type CostAndGradients, costAndGradients } from "./costAndGradients.ts";
import { hasOwnMinimize, minimizeItself } from "./minimizeItself.ts";
import type { BatchTensors } from "./recordCost.ts";

/**
 * Moves the weights by one batch.
 *
 * @returns the loss before the step, and what each metric measures of the batch; the caller disposes them
 */
export function trainStep(compiled: CompiledModel, batch: BatchTensors): Tensor[] {
  const { optimizer, metrics } = compiled;
  return tidy(() => {
    const { cost, output } = (hasOwnMinimize(optimizer) ? minimizeItself : minimize)(compiled, batch);
    try {
      return [cost, ...metrics.map(({ measure }) => measure(batch.y, output))];
    } finally {
      output.dispose();
    }
  });
}

function minimize(compiled: CompiledModel, batch: BatchTensors): Pick<CostAndGradients, "cost" | "output"> {
  const { optimizer, variables } = compiled;
  const { cost, output, gradients } = costAndGradients(compiled, batch);
  try {
    // Those that the loss does not depend on are missing, as tfjs expects it.
    optimizer.applyGradients(variables.map(({ name }, i) => ({ name, tensor: gradients[i] as Tensor })));
    return { cost, output };
  } catch (error) {
    output.dispose();
    throw error;
  }
}
