import { decode } from "./decoders/decode.ts";
import { readHeader, refuseLarge } from "./formats/readHeader.ts";
import { requireWhole } from "./formats/requireWhole.ts";
import { ImageError } from "./ImageError.ts";
import type { Picture } from "./Picture.ts";
import { orient } from "./pixels/orient.ts";
import { UnreadablePicture } from "./UnreadablePicture.ts";

/** Options of {@link decodePicture}. */
export interface DecodePictureOptions {
  /**
   * Pictures of more pixels are refused before they are unpacked.
   *
   * @default 64_000_000
   */
  readonly maxPixels?: number | undefined;
}

/**
 * Decodes a PNG, JPEG, WebP, GIF (its first frame) or BMP, by its first bytes and not by its name, turned as its camera says
 * it was held, what is transparent on white.
 *
 * @returns one channel where the file is grey, else three; 0 to 255
 * @throws {ImageError} `UNREADABLE_PICTURE`, with a message that goes on from the name of the file: "is HEIC, …"
 * @example
 * const picture = await decodePicture(await readFile("photo.jpg"));
 * picture.width; // 4032
 */
export async function decodePicture(
  bytes: Uint8Array,
  { maxPixels = 64e6 }: DecodePictureOptions = {},
): Promise<Picture> {
  try {
    const header = readHeader(bytes);
    refuseLarge(header, maxPixels);
    requireWhole(bytes, header.format);
    const { width, height, channels, data, alpha, orientation } = await decode(bytes, header);
    const opaque =
      channels === 4 ? withoutAlpha(data) : new Uint8Array(data.buffer, data.byteOffset, data.length);
    const picture = orient({ width, height, data: opaque }, orientation);
    return {
      ...picture,
      channels: channels === 1 ? 1 : 3,
      ...(alpha && { alpha: Float32Array.from(alpha, (each) => each / 255) }),
    };
  } catch (cause) {
    if (!(cause instanceof UnreadablePicture)) throw cause;
    throw new ImageError("UNREADABLE_PICTURE", cause.message, { cause });
  }
}

function withoutAlpha(data: ArrayLike<number>): Uint8Array {
  const colours = new Uint8Array((data.length / 4) * 3);
  for (let pixel = 0; pixel * 4 < data.length; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      colours[pixel * 3 + channel] = data[pixel * 4 + channel] as number;
    }
  }
  return colours;
}
