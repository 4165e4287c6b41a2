import type { Tensor } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";

/**
 * Puts off the gradient of an activation behind a normalization until that of the normalization is asked for.
 *
 * @param work computes it from what the normalization was computed from and, at last, dy
 */
export function deferGradient(context: KernelContext, dy: Tensor, work: Deferrable): Tensor {
  context.settle(dy);
  const dx = context.defer({ ...work, kind: "activationGradient", inputs: [...work.inputs, dy] });
  return engine().makeTensorFromTensorInfo(dx, context.backend);
}
