import { ImageError } from "../ImageError.ts";
import type { ImageFolderOptions } from "../ImageFolderOptions.ts";

/** What a small network learns from without a GPU in minutes; who wants more says so. */
const MOST = 64;
/** Less is hardly a picture. */
const LEAST = 8;
/** A frame of more pixels a side is no input of a model that is trained here. */
const LIMIT = 4096;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Chooses the frame for pictures: see `imageSize` of {@link ImageFolderOptions}. */
export function chooseSize(pictures: readonly Size[], asked: ImageFolderOptions["imageSize"]): Size {
  if (asked !== undefined) {
    const [height, width] = typeof asked === "number" ? [asked, asked] : asked;
    for (const side of [height, width]) {
      if (Number.isInteger(side) && side >= 1 && side <= LIMIT) continue;
      throw new ImageError(
        "INVALID_ARGUMENT",
        `imageSize must be a whole number of pixels from 1 to ${LIMIT}, or [height, width], got ${String(asked)}`,
      );
    }
    return { width, height };
  }
  const [first] = pictures;
  const same =
    first && pictures.every(({ width, height }) => width === first.width && height === first.height);
  if (same && Math.max(first.width, first.height) <= MOST && Math.min(first.width, first.height) >= LEAST) {
    return { width: first.width, height: first.height };
  }
  const longer = pictures.map(({ width, height }) => Math.max(width, height)).sort((a, b) => a - b);
  const side = Math.min(MOST, Math.max(LEAST, longer[Math.floor(longer.length / 2)] ?? MOST));
  return { width: side, height: side };
}
