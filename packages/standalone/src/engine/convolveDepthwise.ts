import type { ConvolutionStep } from "./Network.ts";

/** A convolution in which each channel has filters of its own: `filters` is channels times the depth multiplier. */
export function convolveDepthwise(
  image: Float32Array,
  { shape, size, strides, pad, output, filters }: ConvolutionStep,
  kernel: Float32Array,
  bias: Float32Array | undefined,
): Float32Array {
  const [height, width, channels] = shape;
  const [rows, columns] = output;
  const multiplier = filters / channels;
  const result = new Float32Array(rows * columns * filters);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const at = (y * columns + x) * filters;
      const sums = result.subarray(at, at + filters);
      if (bias) sums.set(bias);
      for (let j = 0; j < size[0]; j += 1) {
        const row = y * strides[0] + j - pad[0];
        if (row < 0 || row >= height) continue;
        for (let i = 0; i < size[1]; i += 1) {
          const column = x * strides[1] + i - pad[1];
          if (column < 0 || column >= width) continue;
          const from = (row * width + column) * channels;
          const taps = (j * size[1] + i) * filters;
          for (let filter = 0; filter < filters; filter += 1) {
            const value = image[from + Math.floor(filter / multiplier)] as number;
            sums[filter] = (sums[filter] as number) + value * (kernel[taps + filter] as number);
          }
        }
      }
    }
  }
  return result;
}
