import { bmp } from "./bmp.ts";
import { gif } from "./gif.ts";
import { jpeg } from "./jpeg.ts";
import type { PictureFormat } from "./PictureFormat.ts";
import { png } from "./png.ts";
import { webp } from "./webp.ts";

/** The formats that are read; the first whose files begin so counts. */
export const pictureFormats: readonly PictureFormat[] = [png, jpeg, gif, webp, bmp];
