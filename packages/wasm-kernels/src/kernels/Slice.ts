import type { SliceAttrs, SliceInputs } from "@tensorflow/tfjs-core";
import { Slice, slice_util, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** tfjs' own reads the whole tensor out of WebAssembly's memory for every slice, and `model.predict` slices a batch at a time. */
export const slice: KernelDefinition = defineKernel<SliceInputs, SliceAttrs>(
  Slice,
  "copies what lies in one piece, such as the rows of a batch, within WebAssembly's own memory",
  (context) =>
    ({ x }, { begin, size }) => {
      const { dtype, shape } = x;
      if (dtype !== "float32" && dtype !== "int32") return undefined;
      const [from = [], lengths = []] = slice_util.parseSliceParams(x, begin, size);
      slice_util.assertParamsValid(x, from, lengths);
      if (!slice_util.isSliceContinous(shape, from, lengths)) return undefined;
      const offset = slice_util.computeFlatOffset(from, util.computeStrides(shape));
      const count = util.sizeFromShape(lengths);
      const out = context.output(lengths, dtype);
      if (count === 0) return out;
      const source = context.address(x, offset + count, dtype) + 4 * offset;
      context.backend.wasm.HEAPU8.copyWithin(context.address(out, count, dtype), source, source + 4 * count);
      return out;
    },
);
