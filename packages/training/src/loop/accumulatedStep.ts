import { add, dispose, div, keep, mul, type Scalar, type Tensor, tidy } from "@tensorflow/tfjs-core";
import type { CompiledModel } from "./CompiledModel.ts";
import { type BatchTensors, recordCost, recovering } from "./trainStep.ts";

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
      recovering((keepOutput) =>
        tidy(() => {
          const batch = assemble();
          const share = rows / total;
          let output: Tensor | undefined;
          const { value, grads } = optimizer.computeGradients(() => {
            const recorded = recordCost(compiled, batch);
            output = keepOutput(recorded.output);
            return mul<Scalar>(recorded.cost, share);
          }, variables);
          for (const [name, gradient] of Object.entries(grads)) {
            if (!(gradient as Tensor | null)) continue;
            const before = sums.get(name);
            sums.set(name, keep(before ? add(before, gradient) : gradient));
            before?.dispose();
          }
          return [div(value, share), ...metrics.map(({ measure }) => measure(batch.y, output as Tensor))];
        }),
      ),
    );
    // Those that the loss does not depend on are missing, as tfjs expects it.
    const gradients = variables.map(({ name }) => ({ name, tensor: sums.get(name) as Tensor }));
    optimizer.applyGradients(gradients);
    return measured;
  } finally {
    dispose([...sums.values()]);
  }
}
