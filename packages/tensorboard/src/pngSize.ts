import { TensorboardError } from "./TensorboardError.ts";

/** The channels of each colour type of PNG (ISO 15948, 11.2.2); a palette is of red, green and blue. */
const channelsOf: ReadonlyMap<number, number> = new Map([
  [0, 1],
  [2, 3],
  [3, 3],
  [4, 2],
  [6, 4],
]);

/**
 * Reads width, height and channels out of the head of a PNG.
 *
 * @throws {TensorboardError} `INVALID_ARGUMENT`
 */
export function pngSize(png: Uint8Array): { width: number; height: number; channels: number } {
  const signature = [137, 80, 78, 71, 13, 10, 26, 10];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const channels = png.length < 26 ? undefined : channelsOf.get(png[25] as number);
  if (channels === undefined || signature.some((byte, at) => png[at] !== byte)) {
    throw new TensorboardError(
      "INVALID_ARGUMENT",
      "A picture must be the bytes of a PNG, but these are not.",
    );
  }
  return { width: view.getUint32(16), height: view.getUint32(20), channels };
}
