import { browserCache } from "@minibatch/datasets";
import { onWhite } from "./decoders/onWhite.ts";
import type { Decoded } from "./pixels/Decoded.ts";
import type { PictureHeader } from "./formats/PictureHeader.ts";
import { develop } from "./develop/develop.ts";
import { ImageError } from "./ImageError.ts";
import type { Platform } from "./Platform.ts";
import { damaged, UnreadablePicture } from "./UnreadablePicture.ts";

export const platform: Platform = {
  cores: () => globalThis.navigator?.hardwareConcurrency ?? 1,

  defaultCache: () => browserCache(),

  openPath(path) {
    throw new ImageError(
      "UNSUPPORTED",
      `A browser cannot open the path ${path}: give files, a folder's handle or a .zip`,
    );
  },

  decode,

  // Browsers decode on threads of their own, several pictures at once; only scaling is left for this one.
  startThread: () => ({ develop, end: () => {} }),

  async inflate(packed, length) {
    const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
    const unpacked = await new Response(
      stream.pipeThrough(new DecompressionStream("deflate-raw")),
    ).arrayBuffer();
    if (unpacked.byteLength !== length)
      throw new RangeError(`expected ${length} bytes, got ${unpacked.byteLength}`);
    return new Uint8Array(unpacked);
  },
};

async function decode(bytes: Uint8Array, { format }: PictureHeader): Promise<Decoded> {
  const type = `image/${format}`;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  } catch (cause) {
    throw new UnreadablePicture("broken", damaged, { cause });
  }
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (context === null)
      throw new ImageError("UNSUPPORTED", "This browser has no canvas to decode pictures on");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, channels: 4, data, alpha: onWhite(data), orientation: 1 };
  } finally {
    bitmap.close();
  }
}
