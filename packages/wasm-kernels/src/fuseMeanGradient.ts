import { engine, Mean } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { middleOf } from "./middleOf.ts";
import { replaceGradient } from "./replaceGradient.ts";

/**
 * Lets the gradient of a mean over middle axes, as global average pooling takes it over the pixels, be computed in one pass instead of
 * three.
 *
 * @returns a function that puts tfjs' own back
 */
export function fuseMeanGradient(context: KernelContext): () => void {
  return replaceGradient(Mean, context, (dy, x, { axis }) => {
    const middle = middleOf(x.shape, axis as number | number[]);
    if (!middle) return undefined;
    const [outer, length, inner] = middle;
    return {
      x() {
        context.settle(dy);
        const dx = context.output(x.shape);
        context.wasm.middleMeanGradient(
          context.address(dy, outer * inner),
          context.address(dx, x.size),
          outer,
          length,
          inner,
        );
        return engine().makeTensorFromTensorInfo(dx, context.backend);
      },
    };
  });
}
