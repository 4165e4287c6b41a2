import type { Optimizer } from "@tensorflow/tfjs-core";
import { decayWeight } from "./decayWeight.ts";
import type { NamedGradient } from "./namedGradients.ts";

/**
 * Under this name `@minibatch/wasm-kernels` gives the optimizers of tfjs a step in which weights decay on the way. It returns whether it
 * took it.
 */
const fused = Symbol.for("@minibatch/wasm-kernels/decayedStep");

type FusedStep = (gradients: readonly NamedGradient[], keeps: (name: string) => number) => boolean;

/**
 * Takes from each weight that has a gradient a share of itself, and moves it: in one pass where the backend can, and otherwise in several.
 *
 * @param shareOf the share that the weight of a name loses
 * @param step the step without decay
 */
export function decayedStep(
  optimizer: Optimizer,
  gradients: readonly NamedGradient[],
  shareOf: (name: string) => number,
  step: () => void,
): void {
  const { [fused]: stepFused } = optimizer as Optimizer & { readonly [fused]?: FusedStep };
  if (stepFused?.call(optimizer, gradients, (name) => 1 - shareOf(name))) return;
  for (const { name, tensor } of gradients) if (tensor) decayWeight(name, shareOf(name));
  step();
}
