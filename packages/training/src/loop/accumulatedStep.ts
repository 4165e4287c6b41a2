import { add, dispose, div, keep, type Tensor, tidy, type Variable } from "@tensorflow/tfjs-core";
import type { CompiledModel } from "./CompiledModel.ts";
import { costAndGradients } from "./costAndGradients.ts";
import type { BatchTensors } from "./recordCost.ts";

/** A part of a batch: its rows, and what makes its tensors when it is due. */
export interface MicroBatch {
  readonly rows: number;
  readonly assemble: () => BatchTensors;
}

/**
 * Moves the weights by one batch that is computed in parts: as many activations as one part has are in memory at a time. The gradients are
 * those of the whole batch, but that batch normalization sees a part at a time.
 *
 * @returns for each part its loss before the step and its metrics; the caller disposes them
 */
export function accumulatedStep(compiled: CompiledModel, parts: readonly MicroBatch[]): Tensor[][] {
  const { optimizer, variables, metrics } = compiled;
  const total = parts.reduce((sum, { rows }) => sum + rows, 0);
  const sums = new Map<string, Tensor>();
  try {
    const measured = parts.map(({ rows, assemble }) =>
      tidy(() => {
        const batch = assemble();
        const share = rows / total;
        const { cost, output, gradients } = costAndGradients(compiled, batch, share);
        try {
          for (const [i, gradient] of gradients.entries()) {
            if (!gradient) continue;
            const { name } = variables[i] as Variable;
            const before = sums.get(name);
            sums.set(name, keep(before ? add(before, gradient) : gradient));
            before?.dispose();
          }
          return [div(cost, share), ...metrics.map(({ measure }) => measure(batch.y, output))];
        } finally {
          output.dispose();
        }
      }),
    );
    // Those that the loss does not depend on are missing, as tfjs expects it.
    const gradients = variables.map(({ name }) => ({ name, tensor: sums.get(name) as Tensor }));
    optimizer.applyGradients(gradients);
    return measured;
  } finally {
    dispose([...sums.values()]);
  }
}
