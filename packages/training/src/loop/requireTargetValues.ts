import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import type { TargetRule } from "./targetRules.ts";

/** How far a row of probabilities may be from 1 in sum: soft labels are rounded. */
const TOLERANCE = 0.01;

/**
 * Throws `INVALID_ARGUMENT` at the first target that means nothing to the loss, with its row: one pass over them.
 *
 * @param classes how many classes labels may be of
 */
export function requireTargetValues(
  kind: TargetRule["values"],
  y: NdArray,
  name: string,
  classes: number,
  lossName: string,
): void {
  const { data } = y;
  const [rows = 0] = y.shape;
  const size = data.length / rows;
  const requireEach = (
    fits: (value: number) => boolean,
    expected: string,
    adviceFor: (at: number) => string,
  ): void => {
    const at = firstUnlike(data, fits);
    if (at < 0) return;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The loss ${lossName} takes ${expected}, but ${name} has ${data[at]} in row ${Math.floor(at / size)}. ${adviceFor(at)}`,
    );
  };
  const replace = "Remove or replace the row, or compile with another loss.";
  switch (kind) {
    case "labels":
      requireEach(
        (label) => Number.isInteger(label) && label >= 0 && label < classes,
        `labels from 0 to ${classes - 1}`,
        (at) => shiftOf(data, classes, at),
      );
      break;
    case "distributions":
    case "probabilities":
      requireEach(
        (value) => value >= 0 && value <= 1,
        "values from 0 to 1",
        (at) => (size === 1 ? ofUnit(data, at) : "Scale them, or compile with another loss."),
      );
      if (kind === "distributions") requireSums(y, name, lossName);
      break;
    case "signs":
      requireEach(
        (value) => value === 1 || value === -1,
        "-1 and 1",
        () => "Give -1 in place of 0.",
      );
      break;
    case "amounts":
      requireEach(
        (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
        "finite numbers from 0",
        () => replace,
      );
      break;
    case "finite":
      requireEach(Number.isFinite, "finite numbers", () => replace);
      break;
    case "any":
  }
}

function requireSums({ data, shape }: NdArray, name: string, lossName: string): void {
  const [rows = 0] = shape;
  const width = shape.at(-1) ?? 1;
  for (let from = 0; from < data.length; from += width) {
    let sum = 0;
    for (let at = from; at < from + width; at += 1) sum += data[at] as number;
    if (Math.abs(sum - 1) <= TOLERANCE) continue;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The loss ${lossName} takes rows that sum to 1, but row ${Math.floor((from * rows) / data.length)} of ${name} sums to ` +
        `${sum}. A row of zeros is a label outside the classes; where several may be true at once, end the model in a ` +
        'sigmoid layer and compile with "binaryCrossentropy".',
    );
  }
}

/** What to do about labels that one sigmoid unit cannot tell apart. */
function ofUnit(data: ArrayLike<number>, at: number): string {
  return `${shiftOf(data, 2, at)} Labels of several classes take an output for each and "sparseCategoricalCrossentropy".`;
}

function firstUnlike(data: ArrayLike<number>, fits: (value: number) => boolean): number {
  for (let at = 0; at < data.length; at += 1) if (!fits(data[at] as number)) return at;
  return -1;
}

/** What to do about labels that are not 0 to `classes - 1`. */
function shiftOf(data: ArrayLike<number>, classes: number, at: number): string {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < data.length; row += 1) {
    least = Math.min(least, data[row] as number);
    most = Math.max(most, data[row] as number);
  }
  const label = data[at] as number;
  if (!Number.isInteger(label))
    return "Labels are whole numbers of classes, not values or probabilities; encodeLabels makes them.";
  if (least === 1 && most === classes) return `They run from 1 to ${classes}: subtract 1 from each.`;
  if (least === -1 && most === 1 && classes === 2) return "They are -1 and 1: give 0 in place of -1.";
  if (label === -1 || label === 255) return `${label} often marks rows without a label: leave these out.`;
  return `They run from ${least} to ${most}: number the classes from 0, as encodeLabels does, or make a model of more classes.`;
}
