import type { TensorInfo } from "@tensorflow/tfjs-core";

/** A product or a convolution that is not computed yet, with the bias that is added to it. */
export interface Affine {
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
   * @param activation 0 none, 1 relu, 2 relu6
   */
  compute(out: number, bias: number, activation: number): void;
}
