import { TrainingError } from "../TrainingError.ts";

/** Options of {@link pool2d}. */
export interface Pool2dOptions {
  /** What becomes of the values of a window. */
  readonly kind: "max" | "average";
  /**
   * The height and width of the windows.
   *
   * @default 2
   */
  readonly size?: number | undefined;
  /**
   * How far a window is from the next.
   *
   * @default size
   */
  readonly stride?: number | undefined;
}

/**
 * Pools a small matrix, as a pooling layer does with each channel of an image; what does not fill a window is left out.
 *
 * @param matrix rows of the same length
 * @throws {TrainingError} `INVALID_ARGUMENT` when no window fits
 * @example
 * pool2d([[1, 2], [3, 8]], { kind: "max" });     // [[8]]
 * pool2d([[1, 2], [3, 8]], { kind: "average" }); // [[3.5]]
 */
export function pool2d(matrix: readonly (readonly number[])[], options: Pool2dOptions): number[][] {
  const { kind, size = 2, stride = size } = options;
  const windowsAlong = (length: number): number => Math.floor((length - size) / stride) + 1;
  const rows = windowsAlong(matrix.length);
  const columns = windowsAlong(matrix[0]?.length ?? 0);
  if (!(size >= 1 && stride >= 1 && rows >= 1 && columns >= 1)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `A window of ${size}x${size} must fit into the matrix, which is ${matrix.length}x${matrix[0]?.length ?? 0}.`,
    );
  }
  const pool = (values: readonly number[]): number =>
    kind === "max" ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0) / values.length;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const window = matrix.slice(row * stride, row * stride + size);
      return pool(window.flatMap((line) => line.slice(column * stride, column * stride + size)));
    }),
  );
}
