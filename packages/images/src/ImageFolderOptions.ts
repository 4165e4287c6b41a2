import type { Cache } from "@minibatch/datasets";
import type { Fit } from "./pixels/Framing.ts";

/** How far {@link imageFolder} has come. */
export interface ImageProgress {
  /** First every file is looked at, then every picture is decoded. */
  readonly stage: "look" | "decode";
  /** The file that was done last. */
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

/** Options of {@link imageFolder}. */
export interface ImageFolderOptions {
  /**
   * The sides of the frame that every picture is brought into: one number for a square, or height and width.
   *
   * @default the size of the pictures when all have the same one, of at most 64 pixels a side; else a square of the median of
   * their longer sides, of at least 8 and at most 64 pixels
   */
  readonly imageSize?: number | readonly [height: number, width: number] | undefined;
  /**
   * Whether pixels have one value for their brightness, or three for red, green and blue.
   *
   * @default true when no picture has colour
   */
  readonly grey?: boolean | undefined;
  /**
   * How proportions are kept: with margins in the mean colour of the picture's border, or by cutting off what is too long, on
   * both sides.
   *
   * @default "pad"
   */
  readonly fit?: Fit | undefined;
  /**
   * How much of each class is kept for validation, from 0 to 1; not used where the source has a folder for it.
   *
   * @default 0.15
   */
  readonly validationSplit?: number | undefined;
  /**
   * How much of each class is kept for the test, from 0 to 1; not used where the source has a folder for it. With 1, and `validationSplit` 0, all of them are to test by.
   *
   * @default 0.15
   */
  readonly testSplit?: number | undefined;
  /**
   * Another seed makes another split, and another order of the rows.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * Pictures of more pixels are left out.
   *
   * @default 64_000_000
   */
  readonly maxPixels?: number | undefined;
  /**
   * How many pictures are decoded at once, each on a thread of its own; 0 for one after the other on this one. In browsers the threads
   * are the browser's.
   *
   * @default as many as there are cores, where there is work enough for them; large pictures go to fewer, for the sake of memory
   */
  readonly threads?: number | undefined;
  /**
   * Where decoded pictures are kept, so that the next call need not decode them again: by their content and the options.
   *
   * @default `fileCache()` in Node, `browserCache()` in browsers
   */
  readonly cache?: Cache | undefined;
  /** Stops everything; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each file. */
  readonly onProgress?: ((progress: ImageProgress) => void) | undefined;
}
