/** The typed arrays that hold data in this package. */
export type TypedArray =
  | Uint8Array
  | Uint8ClampedArray
  | Int8Array
  | Int16Array
  | Int32Array
  | Float32Array
  | Float64Array;

/**
 * An n-dimensional array as plain data: row-major values and their shape, as NumPy lays them out by default.
 *
 * @example
 * const image: NdArray<Uint8Array> = { data: new Uint8Array(784), shape: [28, 28, 1] };
 */
export interface NdArray<Data extends TypedArray = TypedArray> {
  /** The values, row-major: `data.length` is the product of `shape`. */
  readonly data: Data;
  /** The length of each axis; `[]` for a scalar. */
  readonly shape: readonly number[];
}
