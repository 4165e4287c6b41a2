import type { NdArray } from "@minibatch/datasets";

/** How maps stand on a canvas. */
export interface PaintMapsOptions {
  readonly columns: number;
  /** Pixels between two maps. */
  readonly gap: number;
}

/**
 * Sizes a canvas and fills it with the channels of one image, each a grey square, pixel for pixel.
 *
 * @param maps `[1, height, width, channels]`; black is 0, white the largest value of all of them
 */
export function paintMaps(
  context: CanvasRenderingContext2D,
  { data, shape }: NdArray,
  { columns, gap }: PaintMapsOptions,
): void {
  const [, height = 0, width = 0, channels = 0] = shape;
  const rows = Math.ceil(channels / columns);
  const { canvas } = context;
  canvas.width = columns * (width + gap) - gap;
  canvas.height = rows * (height + gap) - gap;
  let most = 0;
  for (const value of data) most = Math.max(most, value);
  const scale = most > 0 ? 255 / most : 0;
  const image = new ImageData(width, height);
  for (let channel = 0; channel < channels; channel += 1) {
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      const grey = Math.max(0, (data[pixel * channels + channel] ?? 0) * scale);
      image.data[pixel * 4] = grey;
      image.data[pixel * 4 + 1] = grey;
      image.data[pixel * 4 + 2] = grey;
      image.data[pixel * 4 + 3] = 255;
    }
    const [left, top] = [(channel % columns) * (width + gap), Math.floor(channel / columns) * (height + gap)];
    context.putImageData(image, left, top);
  }
}
