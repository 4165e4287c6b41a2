import { platform } from "@minibatch/images/internal/platform";
import type { PictureHeader } from "../formats/PictureHeader.ts";
import { pictureFormats } from "../formats/pictureFormats.ts";
import { damaged, UnreadablePicture } from "../UnreadablePicture.ts";
import type { Decoded } from "../pixels/Decoded.ts";

/**
 * Reads a picture by what its format brings along, or else by what reads it here.
 *
 * @throws {UnreadablePicture}
 */
export async function decode(bytes: Uint8Array, header: PictureHeader): Promise<Decoded> {
  const own = pictureFormats.find(({ name }) => name === header.format)?.decode;
  if (own === undefined) return platform.decode(bytes, header);
  try {
    return await own(bytes);
  } catch (cause) {
    if (cause instanceof UnreadablePicture) throw cause;
    throw new UnreadablePicture("broken", damaged, { cause });
  }
}
