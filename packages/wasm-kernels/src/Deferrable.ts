import type { DataId, TensorInfo } from "@tensorflow/tfjs-core";

/** Max pooling on the way, over windows of 2x2 that touch. */
export interface Pooling {
  /**
   * 0; or address of the places of the largest values in their windows, 0 to 3, a byte each, and of one byte more, which becomes 1 where
   * the values are not all finite: then the places are no good.
   */
  readonly places: number;
}

/** A computation that may be put off, because the next operation can be part of it. */
export interface Deferrable {
  /**
   * `affine`: a product or a convolution, to which a bias may be added, then relu, then max pooling. `poolGradient`: the gradient
   * of max pooling, which may be taken through the relu that the pooled values came from, and on through a convolution. `normalization`: a
   * batch normalization, to which an activation may be applied. `activationGradient`: the gradient of such an activation, which that of
   * the normalization takes on the way. `sum`: the sum of two tensors, to which an activation may be applied.
   */
  readonly kind: "affine" | "poolGradient" | "normalization" | "activationGradient" | "sum";
  /** The shape of the result; its last axis is that of the bias. */
  readonly shape: readonly number[];
  /** What it is computed from, of the shapes that it was described by. Their values are at hand, none of them deferred. */
  readonly inputs: readonly TensorInfo[];
  /** The values that were pooled, of a `poolGradient`. They may be deferred for ever. */
  readonly pooled?: DataId | undefined;
  /**
   * Of a `poolGradient`: whether its inputs are the places of the largest values, the pooled values and their gradient. What reads those
   * instead need not have it written.
   */
  readonly byPlaces?: boolean | undefined;
  /** A value for each column or channel. */
  readonly bias?: TensorInfo | undefined;
  /** 0 none, 1 relu or its gradient, 2 relu6, or another one of `assembly/activations.ts`; none where it is missing. */
  readonly activation?: number | undefined;
  /** The slope of leaky relu below zero. */
  readonly alpha?: number | undefined;
  /** Whether {@link compute} can pool on the way. */
  readonly poolable?: boolean | undefined;
  /**
   * Writes the result, or what max pooling over windows of 2x2 that touch makes of it.
   *
   * It must not hold on to tensors, only to what describes them: their values may be others by then.
   *
   * @param inputs addresses of the inputs, in order
   * @param out address of the result, or of the largest values
   * @param bias address of the bias, or 0
   * @param pooling where the largest values are asked for
   */
  compute(
    inputs: readonly number[],
    out: number,
    bias: number,
    activation: number,
    pooling: Pooling | undefined,
    alpha: number,
  ): void;
  /**
   * Of a `normalization`: writes the gradient of the activation behind it; what comes to its output is one input more. As above.
   */
  readonly gradient?: Deferrable["compute"] | undefined;
  /**
   * Of an `affine` one that is a product: says to the optimizer whose step comes next that this is its gradient, which it computes in parts
   * and writes nowhere then. Returns whether it did: a product of a few rows, or a large one, has to be computed before.
   *
   * @param inputs addresses of the inputs, in order
   */
  describeGradient?(inputs: readonly number[]): boolean;
}
