import type { NdArray } from "@minibatch/datasets";

/**
 * Sizes a canvas and fills it with filters, each a small picture: light where a weight is above 0, dark where it is below, of the
 * greatest of all of them. Three channels are red, green and blue.
 *
 * @param filters `[height, width, channels, filters]`
 */
export function paintFilters(
  context: CanvasRenderingContext2D,
  { data, shape }: NdArray,
  columns: number,
): void {
  const [height = 0, width = 0, channels = 1, count = 0] = shape;
  const { canvas } = context;
  canvas.width = columns * (width + 1) - 1;
  canvas.height = Math.ceil(count / columns) * (height + 1) - 1;
  let most = 0;
  for (const value of data) most = Math.max(most, Math.abs(value));
  const grey = (value: number): number => 127.5 + (most > 0 ? (value / most) * 127.5 : 0);
  const image = new ImageData(width, height);
  for (let filter = 0; filter < count; filter += 1) {
    for (let pixel = 0; pixel < width * height; pixel += 1) {
      for (let part = 0; part < 3; part += 1) {
        const channel = channels === 3 ? part : 0;
        image.data[pixel * 4 + part] = grey(data[(pixel * channels + channel) * count + filter] ?? 0);
      }
      image.data[pixel * 4 + 3] = 255;
    }
    context.putImageData(
      image,
      (filter % columns) * (width + 1),
      Math.floor(filter / columns) * (height + 1),
    );
  }
}
