import type { Attributes } from "../graph/OnnxNode.ts";

/** A window that slides over an input. */
export interface Window {
  readonly padding: string;
  readonly sizes: readonly (number | null)[];
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
}

/** How many zeros ONNX puts around the input: first before each axis, then behind each. "same" puts the odd one behind, as TensorFlow. */
export function padsOf({ padding, sizes, kernel, strides, dilations }: Window): Attributes {
  if (padding === "valid") return {};
  const totals = kernel.map((length, axis) => {
    const [size, stride] = [sizes[axis] ?? null, strides[axis] as number];
    const reach = (length - 1) * (dilations[axis] as number);
    if (stride === 1) return reach;
    return size === null
      ? Number.NaN
      : Math.max((Math.ceil(size / stride) - 1) * stride + reach + 1 - size, 0);
  });
  // Only where the input has no fixed size: the rule is the same, but the attribute is out of use.
  if (totals.some(Number.isNaN)) return { auto_pad: "SAME_UPPER" };
  const before = totals.map((total) => Math.floor(total / 2));
  return { pads: [...before, ...totals.map((total, axis) => total - (before[axis] as number))] };
}
