/** How pixels become a picture. */
export interface PaintOptions {
  /** Pixels along each side. */
  readonly size: number;
  /** Red, green and blue of full ink; weaker ink lets more of the ground through. */
  readonly ink: readonly [number, number, number];
}

/** Fills a whole canvas with a small square image of one channel, 0 to 255, its pixels with soft edges. */
export function paintPixels(
  context: CanvasRenderingContext2D,
  pixels: ArrayLike<number>,
  { size, ink }: PaintOptions,
): void {
  const image = new ImageData(size, size);
  for (let at = 0; at < size * size; at += 1) {
    image.data.set([...ink, pixels[at] ?? 0], at * 4);
  }
  const small = new OffscreenCanvas(size, size);
  small.getContext("2d")?.putImageData(image, 0, 0);
  context.imageSmoothingQuality = "high";
  context.drawImage(small, 0, 0, context.canvas.width, context.canvas.height);
}
