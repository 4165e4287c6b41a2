import { TableError } from "../TableError.ts";

/** What says how rows are split. */
export interface ShareOptions {
  readonly validationSplit?: number | undefined;
  readonly testSplit?: number | undefined;
  readonly seed?: number | undefined;
}

/**
 * The shares of the parts, checked.
 *
 * @throws {TableError} `INVALID_ARGUMENT`
 */
export function sharesOf({ validationSplit = 0.15, testSplit = 0.15, seed = 1 }: ShareOptions): {
  validation: number;
  test: number;
  seed: number;
} {
  for (const [name, share] of Object.entries({ validationSplit, testSplit })) {
    if (share >= 0 && share < 1) continue;
    throw new TableError("INVALID_ARGUMENT", `${name} must be from 0 to below 1, but it is ${share}.`);
  }
  if (validationSplit + testSplit < 1) return { validation: validationSplit, test: testSplit, seed };
  throw new TableError(
    "INVALID_ARGUMENT",
    `validationSplit ${validationSplit} and testSplit ${testSplit} leave no row for training: together they must be below 1.`,
  );
}
