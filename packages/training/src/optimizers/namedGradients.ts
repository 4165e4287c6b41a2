import type { MomentumOptimizer, Optimizer, Tensor } from "@tensorflow/tfjs-core";

/** A gradient by the name of its variable; none where the loss does not depend on it. */
export interface NamedGradient {
  readonly name: string;
  readonly tensor: Tensor | null;
}

/** The gradients that an optimizer of tfjs is given, as a list in the order of the variables. */
export function namedGradients(
  gradients: Parameters<Optimizer["applyGradients"]>[0] | Parameters<MomentumOptimizer["applyGradients"]>[0],
): NamedGradient[] {
  if (Array.isArray(gradients)) return gradients;
  return Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
}
