import type { UnreadableReason } from "../UnreadablePicture.ts";
import type { PictureHeader } from "../formats/PictureHeader.ts";
import type { Framing } from "../pixels/Framing.ts";

/** One picture to decode: plain data, which may go to another thread. */
export interface DevelopJob {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
  readonly framing: Framing;
}

/** A picture as the dataset has it, and what tells it from others. */
export interface Developed {
  /** `height * width` bytes where red, green and blue are the same all over, else three times as many. */
  readonly pixels: Uint8Array;
  /** The whole picture in 16x16 bytes of grey. */
  readonly thumbnail: Uint8Array;
  /** Whether it has no colour to speak of. */
  readonly grey: boolean;
}

/** What became of a picture: an error would lose its fields on the way from another thread. */
export type DevelopResult = Developed | { readonly reason: UnreadableReason; readonly message: string };
