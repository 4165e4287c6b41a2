/** Numbers of one input or output. */
export interface FloatArray {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
