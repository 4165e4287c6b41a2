import type { TensorInfo } from "@tensorflow/tfjs-core";

/** A computation that may be put off, because the next operation can be part of it. */
export interface Deferrable {
  /**
   * `affine`: a product or a convolution, to which a bias may be added, and then relu. `poolGradient`: the gradient of max
   * pooling for the first of its inputs, which may be taken through the relu that the input came from.
   */
  readonly kind: "affine" | "poolGradient";
  /** The shape of the result; its last axis is that of the bias. */
  readonly shape: readonly number[];
  /** What it is computed from. Their values are at hand, none of them deferred. */
  readonly inputs: readonly TensorInfo[];
  /** A value for each column or channel. */
  readonly bias?: TensorInfo | undefined;
  /**
   * Writes the result.
   *
   * @param out address of the result
   * @param bias address of the bias, or 0
   * @param activation 0 none, 1 relu or its gradient, 2 relu6
   */
  compute(out: number, bias: number, activation: number): void;
}
