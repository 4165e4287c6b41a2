import type { Decoded } from "../pixels/Decoded.ts";
import type { PictureHeader } from "./PictureHeader.ts";

/** A format of pictures that is read. */
export interface PictureFormat {
  /** As in the media type `image/<name>`. */
  readonly name: string;
  /** How its files begin. */
  readonly starts: (view: DataView) => boolean;
  /** What its first bytes tell; a `RangeError` says that the file ends early. */
  readonly header: (view: DataView) => Omit<PictureHeader, "format">;
  /** Whether a file has its end: decoders fill what is missing with grey, and browsers say nothing of it. */
  readonly isWhole: (view: DataView, bytes: Uint8Array) => boolean;
  /**
   * Reads a file of it in plain script, for what neither the libraries of Node nor browsers read.
   *
   * @default what the platform reads it with
   */
  readonly decode?: (bytes: Uint8Array) => Promise<Decoded>;
}
