import { add, engine, keep, mean, mul, type Scalar, type Tensor, tidy } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";

/**
 * Moves the weights by one batch.
 *
 * @param x inputs `[rows, ...inputShape]`
 * @param y targets `[rows, ...]`
 * @param weights how much each row counts in the loss, `[rows]`; 1 without
 * @returns the loss before the step, and what each metric measures of the batch; the caller disposes them
 */
export function trainStep(compiled: CompiledModel, x: Tensor, y: Tensor, weights?: Tensor): Tensor[] {
  const { model, optimizer, loss, metrics, variables } = compiled;
  let output: Tensor | undefined;
  try {
    return tidy(() => {
      const cost = optimizer.minimize(
        () => {
          // Kept, because the tidy of the gradient would dispose of it before the metrics see it.
          output = keep(model.apply(x, { training: true }) as Tensor);
          const losses = loss(y, output);
          const weighted = weights ? mul(losses, requireLossOfRows(losses, weights)) : losses;
          return compiled.penalties().reduce<Scalar>(add, mean(weighted));
        },
        true,
        variables,
      ) as Scalar;
      return [cost, ...metrics.map(({ measure }) => measure(y, output as Tensor))];
    });
  } catch (error) {
    dropTape();
    throw error;
  } finally {
    output?.dispose();
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
