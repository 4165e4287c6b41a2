import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import { activationCodes } from "../activationCodes.ts";
import { activationGradient } from "../activationGradient.ts";
import { applyActivation } from "../applyActivation.ts";
import { defineKernelOfDeferred, type KernelDefinition } from "../KernelDefinition.ts";
import { registerOwnGradient } from "../registerOwnGradient.ts";

interface Inputs {
  readonly x: TensorInfo;
}

interface Attributes {
  /** As tfjs-layers names it. */
  readonly activation: "gelu" | "gelu_new" | "swish";
}

const name = "MinibatchActivation";

/** Not a kernel of tfjs: the activations of its layers that have none are asked for by this name (fuseActivations.ts). */
export const activation: KernelDefinition = defineKernelOfDeferred<Inputs, Attributes>(
  name,
  "not tfjs': gelu, gelu_new and swish in one pass instead of three to eight, their gradients too",
  (context) =>
    ({ x }, { activation: chosen }) =>
      x.dtype === "float32" ? applyActivation(context, x, activationCodes[chosen]) : undefined,
);

/** @returns a function that takes the gradient back */
export function registerActivationGradient(): () => void {
  return registerOwnGradient({
    kernelName: name,
    inputsToSave: ["x"],
    gradFunc(dy, [x], attrs) {
      const { activation: chosen } = attrs as unknown as Attributes;
      return {
        x: () => activationGradient(dy as Tensor, x as Tensor, activationCodes[chosen]),
      };
    },
  });
}
