import type { Tensor } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";

/**
 * Gives the gradient of an activation, by the kernel that this package has for it.
 *
 * @param x what the activation was applied to
 * @param activation one of `activationCodes`
 */
export function activationGradient(dy: Tensor, x: Tensor, activation: number, alpha: number = 0): Tensor {
  return engine().runKernel<Tensor>("MinibatchActivationGrad", { dy, x }, { activation, alpha });
}
