import type { InputScaling } from "@minibatch/models";
import { InvalidArgumentError } from "commander";
import { unmarked } from "./negativeValues.ts";

/**
 * Parses `--scale`: the range that a model takes pixels in, such as `0..1`, or what their bytes are multiplied by, such as `1/255`.
 *
 * @returns how bytes become what the model takes
 */
export function pixelRange(text: string): InputScaling {
  const range = unmarked(text).split("..").map(numberOf);
  const [low = Number.NaN, high] = range;
  if (range.length === 1 && low > 0 && Number.isFinite(low)) return { scale: low, offset: 0 };
  if (range.length === 2 && high !== undefined && low < high)
    return { scale: (high - low) / 255, offset: low };
  throw new InvalidArgumentError(
    "It must be the range of pixels that the model takes, such as 0..1, -1..1 or 0..255, or a factor such as 1/255.",
  );
}

function numberOf(text: string): number {
  const [, numerator, denominator = "1"] =
    /^\s*(-?\d+(?:\.\d*)?(?:e[+-]?\d+)?|-?\.\d+)(?:\/(\d+(?:\.\d+)?))?\s*$/i.exec(text) ?? [];
  return Number(numerator ?? Number.NaN) / Number(denominator);
}
