import { UnreadablePicture } from "../UnreadablePicture.ts";
import { pictureFormats } from "./pictureFormats.ts";

/**
 * Finds out whether a file has its end.
 *
 * @param format the name of its format
 * @throws {UnreadablePicture} `broken`
 */
export function requireWhole(bytes: Uint8Array, format: string): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (pictureFormats.find(({ name }) => name === format)?.isWhole(view, bytes)) return;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new UnreadablePicture("broken", "ends early: copy or download it again");
}
