import type { Dataset } from "@minibatch/datasets";
import type { Recipe, ResolvedSettings } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";

/**
 * Refuses data of which nothing is left to watch training by, or to measure the result by.
 *
 * @throws {CliError} `TOO_FEW_SAMPLES`
 */
export function requireParts(
  { name, inputShape, size }: Dataset,
  { schedule }: Recipe,
  { validationSplit }: ResolvedSettings,
): void {
  const { train, validation = 0, test } = size;
  const watched = validation > 0 || validationSplit !== null || !("ownPart" in schedule.validation);
  if (test > 0 && watched) return;
  const things = inputShape.length === 3 ? "pictures, some 30 or more in each class" : "rows";
  throw new CliError(
    "TOO_FEW_SAMPLES",
    `${name} is too small: its split is ${train} training, ${validation} validation, ${test} test, and ${test > 0 ? "training is watched by validation" : "nothing measures the result"}. ` +
      `Add ${things}, or let an experiment file give the parts a larger share (minibatch init writes one).`,
  );
}
