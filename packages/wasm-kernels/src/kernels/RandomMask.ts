import { util } from "@tensorflow/tfjs-core";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";

interface Attributes {
  readonly shape: readonly number[];
  /** The share of values that are 0, counted to 1 / 65,536; the others are 1 / (1 - rate). */
  readonly rate: number;
  /** Gives what begins the generator, anew for each mask: three whole numbers of 32 bits. */
  readonly state: () => readonly [number, number, number];
}

/** Not a kernel of tfjs: `@minibatch/training` draws the masks of dropout by it, and does without where there is none. */
export const randomMask: KernelDefinition = defineKernel<Record<string, never>, Attributes>(
  "MinibatchRandomMask",
  "the masks of dropout, the same numbers as without it",
  (context) =>
    (_inputs, { shape, rate, state }) => {
      const [a, b, c] = state();
      const out = context.output(shape);
      const size = util.sizeFromShape([...shape]);
      const threshold = Math.round(rate * 0x1_0000);
      context.wasm.randomMask(context.address(out, size), size, a, b, c, threshold, 1 / (1 - rate));
      return out;
    },
);
