import type { PictureHeader } from "../formats/PictureHeader.ts";
import { damaged, UnreadablePicture } from "../UnreadablePicture.ts";
import type { Decoded } from "../pixels/Decoded.ts";
import { readBmp } from "./readBmp.ts";
import { readGif } from "./readGif.ts";

/** What `Platform.decode` is in Node. */
export async function decode(bytes: Uint8Array, header: PictureHeader): Promise<Decoded> {
  try {
    return await read(bytes, header);
  } catch (cause) {
    if (cause instanceof UnreadablePicture) throw cause;
    // What decoders say is about markers and filters: it stays in the cause.
    throw new UnreadablePicture("broken", damaged, { cause });
  }
}

async function read(bytes: Uint8Array, header: PictureHeader): Promise<Decoded> {
  const { format, orientation, channels } = header;
  if (format === "gif") return readGif(bytes);
  if (format === "bmp") return readBmp(bytes);
  if (format === "png") return (await import("./readPng.node.ts")).readPng(bytes);
  if (format === "jpeg") {
    const { readJpeg } = await import("./readJpeg.node.ts");
    return { ...(await readJpeg(bytes, channels)), orientation };
  }
  return (await import("./readWebp.node.ts")).readWebp(bytes, header);
}
