import { encode } from "fast-png";

/**
 * An image as a `data:` address of a PNG, for HTML that needs no other file.
 *
 * @param pixels row-major bytes, in base64
 * @param shape height, width and channels (1 or 3)
 * @param inverted dark on light, as ink on paper
 */
export function imageUri(pixels: string, shape: readonly number[], inverted: boolean): string {
  const [height = 0, width = 0, channels = 1] = shape;
  const bytes = Uint8Array.from(Buffer.from(pixels, "base64"), (value) => (inverted ? 255 - value : value));
  const png = encode({ width, height, channels, depth: 8, data: bytes });
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
}
