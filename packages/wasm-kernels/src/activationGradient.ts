import type { Tensor } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import { deferGradient } from "./deferGradient.ts";
import type { KernelContext } from "./KernelContext.ts";
import { requireShape } from "./requireShape.ts";

/**
 * Gives the gradient of an activation. Where its input comes from a batch normalization and nobody looked at it, that is put off
 * until the gradient of the normalization is asked for.
 *
 * @param x what the activation was applied to
 */
export function activationGradient(
  context: KernelContext,
  dy: Tensor,
  x: Tensor,
  activation: number,
  alpha: number = 0,
): Tensor {
  requireShape("dy", dy, x.shape);
  const normalization = context.deferred("normalization", x);
  if (normalization?.gradient) {
    return deferGradient(context, dy, {
      ...normalization,
      compute: normalization.gradient,
      activation,
      alpha,
    });
  }
  context.settle(dy);
  const dx = context.output(x.shape);
  context.wasm.activationGradient(
    context.address(dy, x.size),
    context.address(x, x.size),
    context.address(dx, x.size),
    x.size,
    activation,
    alpha,
  );
  return engine().makeTensorFromTensorInfo(dx, context.backend);
}
