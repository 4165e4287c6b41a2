import type { PoolingStep } from "./Network.ts";

/** The largest value, or the mean, of each window and channel; padding counts for neither. */
export function pool(
  image: Float32Array,
  { kind, shape, size, strides, pad, output }: PoolingStep,
): Float32Array {
  const [height, width, channels] = shape;
  const [rows, columns] = output;
  const largest = kind === "maxPooling";
  const result = new Float32Array(rows * columns * channels).fill(largest ? Number.NEGATIVE_INFINITY : 0);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const at = (y * columns + x) * channels;
      let count = 0;
      for (let j = 0; j < size[0]; j += 1) {
        const row = y * strides[0] + j - pad[0];
        if (row < 0 || row >= height) continue;
        for (let i = 0; i < size[1]; i += 1) {
          const column = x * strides[1] + i - pad[1];
          if (column < 0 || column >= width) continue;
          count += 1;
          const from = (row * width + column) * channels;
          for (let channel = 0; channel < channels; channel += 1) {
            const value = image[from + channel] as number;
            const before = result[at + channel] as number;
            result[at + channel] = largest ? Math.max(before, value) : before + value;
          }
        }
      }
      if (largest) continue;
      for (let channel = 0; channel < channels; channel += 1) {
        result[at + channel] = (result[at + channel] as number) / count;
      }
    }
  }
  return result;
}
