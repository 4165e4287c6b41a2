import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { defineKernelOfDeferred, type KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

interface Inputs {
  readonly dy: TensorInfo;
  /** What the activation was applied to. */
  readonly x: TensorInfo;
}

interface Attributes {
  /** One of `activationCodes`. */
  readonly activation: number;
  /** The slope of leaky relu below zero. */
  readonly alpha: number;
}

/**
 * Not a kernel of tfjs: gradients of activations are asked for by this name. Where what an activation was applied to comes from a batch
 * normalization and nobody looked at it, that is put off until the gradient of the normalization is asked for.
 */
export const activationGrad: KernelDefinition = defineKernelOfDeferred<Inputs, Attributes>(
  "MinibatchActivationGrad",
  "not tfjs': the gradients of activations in one pass, in that of the normalization before them",
  (context) =>
    ({ dy, x }, { activation, alpha }) => {
      requireShape("dy", dy, x.shape);
      const normalization = context.deferred("normalization", x);
      context.settle(dy);
      if (normalization?.gradient) {
        const { gradient, inputs } = normalization;
        return context.defer({
          ...normalization,
          kind: "activationGradient",
          inputs: [...inputs, dy],
          compute: gradient,
          activation,
          alpha,
        });
      }
      const size = util.sizeFromShape(x.shape);
      const dx = context.output(x.shape);
      context.wasm.activationGradient(
        context.address(dy, size),
        context.address(x, size),
        context.address(dx, size),
        size,
        activation,
        alpha,
      );
      return dx;
    },
);
