/** Values that a run of a case came to, and where. */
export interface Observation {
  readonly what: string;
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** Where two runs of a case went apart. */
export interface Difference {
  readonly what: string;
  /** Which places hold NaN or infinity is no matter of rounding, nor is a shape. */
  readonly kind: "values" | "not finite" | "shape";
  /** The largest difference, as a part of the largest value. */
  readonly size: number;
  readonly text: string;
}
