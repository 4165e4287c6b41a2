import type { Cache } from "@minibatch/datasets";
import type { Decoded } from "./pixels/Decoded.ts";
import type { DevelopJob, DevelopResult } from "./develop/Developed.ts";
import type { PictureHeader } from "./formats/PictureHeader.ts";
import type { PictureSource } from "./sources/PictureSource.ts";

/** Another thread that decodes pictures, one at a time. */
export interface DecodingThread {
  develop(job: DevelopJob): Promise<DevelopResult>;
  end(): void;
}

/** What Node and browsers do differently; `internal/platform` resolves to the one that fits. */
export interface Platform {
  /** How many pictures can be decoded at once. */
  readonly cores: () => number;
  /** The cache of loads that name none. */
  readonly defaultCache: () => Cache;
  /** Lists a folder or zip archive of this machine. */
  readonly openPath: (path: string, signal?: AbortSignal) => Promise<PictureSource>;
  /**
   * Decodes a picture.
   *
   * @throws {UnreadablePicture}
   */
  readonly decode: (bytes: Uint8Array, header: PictureHeader) => Promise<Decoded>;
  /** Undefined where there are none. */
  readonly startThread: () => DecodingThread | undefined;
  /** Unpacks bare deflate data that have `length` bytes unpacked; throws when they are others. */
  readonly inflate: (packed: Uint8Array, length: number) => Promise<Uint8Array>;
}
