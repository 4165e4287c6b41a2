import { TrainingError } from "../TrainingError.ts";

/** Options of {@link conv2d}. */
export interface Conv2dOptions {
  /**
   * How far a window is from the next.
   *
   * @default 1
   */
  readonly stride?: number | undefined;
  /**
   * `valid` leaves out windows that reach over the edge; `same` fills up with zeros around the matrix, as evenly as it
   * goes, so that with stride 1 the result is as large as the matrix.
   *
   * @default "valid"
   */
  readonly padding?: "valid" | "same" | undefined;
}

/**
 * Slides a kernel over a small matrix, as a convolutional layer does with each filter: every result is the sum of a
 * window's values, each times the kernel's value above it. The kernel is not turned round first, in Keras neither.
 *
 * @param matrix rows of the same length
 * @param kernel rows of the same length, e.g. 3x3
 * @throws {TrainingError} `INVALID_ARGUMENT` when no window fits
 * @example
 * const edges = [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]];
 * conv2d([[0, 0, 9, 9], [0, 0, 9, 9], [0, 0, 9, 9]], edges); // [[27, 27]]
 */
export function conv2d(
  matrix: readonly (readonly number[])[],
  kernel: readonly (readonly number[])[],
  options: Conv2dOptions = {},
): number[][] {
  const { stride = 1, padding = "valid" } = options;
  const [height, width] = sizeOf(matrix);
  const [kernelHeight, kernelWidth] = sizeOf(kernel);
  const down = windowsAlong(height, kernelHeight, stride, padding);
  const across = windowsAlong(width, kernelWidth, stride, padding);
  if (!(stride >= 1 && kernelHeight >= 1 && kernelWidth >= 1 && down.count >= 1 && across.count >= 1)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `A kernel of ${kernelHeight}x${kernelWidth} must fit into the matrix, which is ${height}x${width}.`,
    );
  }
  return Array.from({ length: down.count }, (_, row) =>
    Array.from({ length: across.count }, (_, column) => {
      const top = row * stride - down.before;
      const left = column * stride - across.before;
      let sum = 0;
      for (const [y, weights] of kernel.entries()) {
        for (const [x, weight] of weights.entries()) sum += weight * (matrix[top + y]?.[left + x] ?? 0);
      }
      return sum;
    }),
  );
}

function sizeOf(matrix: readonly (readonly number[])[]): [height: number, width: number] {
  return [matrix.length, matrix[0]?.length ?? 0];
}

/** How many windows there are along an axis, and how many zeros stand before its first value. */
function windowsAlong(
  length: number,
  size: number,
  stride: number,
  padding: "valid" | "same",
): { readonly count: number; readonly before: number } {
  if (padding === "valid") return { count: Math.floor((length - size) / stride) + 1, before: 0 };
  const count = Math.ceil(length / stride);
  const missing = Math.max((count - 1) * stride + size - length, 0);
  return { count, before: Math.floor(missing / 2) };
}
