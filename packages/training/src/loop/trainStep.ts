import { add, keep, mean, mul, type Scalar, type Tensor, tidy } from "@tensorflow/tfjs-core";
import type { CompiledModel } from "./CompiledModel.ts";

/**
 * Moves the weights by one batch.
 *
 * @param x inputs `[rows, ...inputShape]`
 * @param y targets `[rows, ...]`
 * @param weights how much each row counts in the loss, `[rows]`; 1 without
 * @returns the loss before the step and each metric, as scalars that the caller disposes
 */
export function trainStep(compiled: CompiledModel, x: Tensor, y: Tensor, weights?: Tensor): Scalar[] {
  const { model, optimizer, loss, metrics, variables } = compiled;
  return tidy(() => {
    let output: Tensor | undefined;
    const cost = optimizer.minimize(
      () => {
        // Kept, because the tidy of the gradient would dispose of it before the metrics see it.
        output = keep(model.apply(x, { training: true }) as Tensor);
        const losses = loss(y, output);
        return compiled.penalties().reduce<Scalar>(add, mean(weights ? mul(losses, weights) : losses));
      },
      true,
      variables,
    ) as Scalar;
    const measured = metrics.map(({ measure }) => mean<Scalar>(measure(y, output as Tensor)));
    output?.dispose();
    return [cost, ...measured];
  });
}
