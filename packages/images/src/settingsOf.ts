import { ImageError } from "./ImageError.ts";
import type { ImageFolderOptions } from "./ImageFolderOptions.ts";
import type { Fit } from "./pixels/Framing.ts";
import type { Fractions } from "./split/splitByContent.ts";

/** The options that have a value whatever is asked for. */
export interface Settings {
  readonly fit: Fit;
  readonly seed: number;
  readonly fractions: Fractions;
  readonly maxPixels: number;
  readonly threads: number | undefined;
}

/** Whether all pictures are to test by, none to train on. */
export function isTest({ validationSplit, testSplit }: ImageFolderOptions): boolean {
  return testSplit === 1 && validationSplit === 0;
}

/** @throws {ImageError} `INVALID_ARGUMENT` */
export function settingsOf(options: ImageFolderOptions): Settings {
  const { fit = "pad", seed = 1, maxPixels = 64e6, threads } = options;
  const { validationSplit: validation = 0.15, testSplit: test = 0.15 } = options;
  const require = (right: boolean, message: string) => {
    if (!right) throw new ImageError("INVALID_ARGUMENT", message);
  };
  require(fit === "pad" || fit === "crop", `fit must be "pad" or "crop", got ${fit as string}`);
  require(Number.isSafeInteger(seed), `seed must be a whole number, got ${seed}`);
  require(maxPixels > 0, `maxPixels must be above 0, got ${maxPixels}`);
  require(threads === undefined ||
    (Number.isSafeInteger(threads) &&
      threads >= 0), `threads must be a whole number from 0 up, got ${threads}`);
  for (const [name, fraction] of Object.entries({ validation, test })) {
    require(fraction >= 0 && fraction <= 1, `${name}Split must be from 0 up to 1, got ${fraction}`);
  }
  require(validation + test < 1 ||
    isTest(options), `validationSplit and testSplit leave nothing to train on: ${validation} and ${test}`);
  return { fit, seed, fractions: { validation, test }, maxPixels, threads };
}
