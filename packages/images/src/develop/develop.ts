import { resample } from "@minibatch/datasets";
import { decode } from "../decoders/decode.ts";
import { requireWhole } from "../formats/requireWhole.ts";
import type { BytePicture } from "../pixels/BytePicture.ts";
import { frame } from "../pixels/frame.ts";
import { greyOf, isGrey } from "../pixels/greyOf.ts";
import { UnreadablePicture } from "../UnreadablePicture.ts";
import { freeNow } from "./freeNow.ts";
import type { DevelopJob, DevelopResult } from "./Developed.ts";

/** How far the colours of a pixel may lie apart that is still grey: JPEGs of grey pictures are off by one or two. */
const GREY_TOLERANCE = 4;

/** Both sides of a thumbnail. */
export const THUMBNAIL = 16;

/** Decodes a picture and makes it small at once: its own pixels are free again when this returns. */
export async function develop({ bytes, header, framing }: DevelopJob): Promise<DevelopResult> {
  try {
    requireWhole(bytes, header.format);
    const picture = await decode(bytes, header);
    const framed = frame(picture, framing);
    // A cut picture does not show all there is.
    const whole = framing.fit === "pad" ? framed.content : frame(picture, thumbnailFraming(picture)).content;
    freeNow(picture.data);
    return {
      pixels: isGrey(framed.data, 0) ? greyOf(framed.data) : framed.data,
      thumbnail: thumbnailOf(whole),
      grey: isGrey(framed.content.data, GREY_TOLERANCE),
    };
  } catch (error) {
    if (!(error instanceof UnreadablePicture)) throw error;
    return { reason: error.reason, message: error.message };
  }
}

/** Twice the size of a thumbnail at least, so that its pixels are means of whole ones, nearly. */
function thumbnailFraming({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, (4 * THUMBNAIL) / Math.min(width, height));
  const side = Math.max(1, Math.round(Math.max(width, height) * scale));
  return { width: side, height: side, fit: "pad" } as const;
}

/** Its proportions are left out of account: the same picture has the same ones anyway. */
function thumbnailOf({ width, height, data }: BytePicture): Uint8Array {
  const grey = greyOf(data);
  return Uint8Array.from(resample({ width, height, data: grey }, THUMBNAIL, THUMBNAIL), Math.round);
}
