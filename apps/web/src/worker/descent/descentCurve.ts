import type { NdArray, Samples } from "@minibatch/datasets";
import { ridgeRegression, seededRandom } from "@minibatch/training";
import { fixedUnits } from "./fixedUnits.ts";
import { smallPictures } from "./smallPictures.ts";

/** What is learned, and from how much. */
export interface DescentInput {
  /** How many training pictures. */
  readonly samples: number;
  /** The share of them whose label is drawn by lot, 0 to 1. */
  readonly noise: number;
  /** What large weights cost, above 0: almost nothing, or something. */
  readonly penalty: number;
}

/** How a network of one size does. */
export interface DescentSize {
  readonly units: number;
  /** The share of the training pictures, with the labels that it was given, that it gets wrong. */
  readonly seen: number;
  /** The share of the others that it gets wrong. */
  readonly unseen: number;
}

/** The sizes that are tried: closer together where they are as many as pictures. */
const descentSizes: readonly number[] = [
  5, 10, 20, 30, 40, 45, 50, 55, 60, 70, 80, 90, 100, 110, 120, 140, 160, 180, 200, 220, 250, 300, 400, 500,
  600, 800,
];

/**
 * Networks of more and more hidden units, which stay as they were drawn, so that only the last layer learns: by least squares, hence to its end
 * without a rate or steps.
 *
 * @param yes the class that is asked about: a picture is of it, or is not
 * @yields how each size does, the smallest first
 */
export function* descentCurve(
  train: Samples,
  test: Samples,
  yes: number,
  { noise, penalty }: Pick<DescentInput, "noise" | "penalty">,
  sizes: readonly number[] = descentSizes,
): Generator<DescentSize> {
  const lot = seededRandom(1, "labels by lot");
  const answerOf = (label: number): number => (label === yes ? 1 : -1);
  const given = Array.from(train.y.data, (label) => {
    const [isLot, drawn] = [lot() < noise, lot()];
    return isLot ? (drawn < 0.5 ? 1 : -1) : answerOf(label);
  });
  const [seen, unseen] = [smallPictures(train.x), smallPictures(test.x)];
  const nextUnit = fixedUnits(1, seen.shape[1] ?? 0);
  const [ofSeen, ofUnseen]: [Float64Array[], Float64Array[]] = [[], []];
  for (const units of sizes) {
    while (ofSeen.length < units) {
      const unit = nextUnit();
      ofSeen.push(unit(seen));
      ofUnseen.push(unit(unseen));
    }
    const [x, others] = [rowsOf(ofSeen), rowsOf(ofUnseen)];
    const { weights, bias } = ridgeRegression(x, given, { alpha: penalty });
    const wrong = ({ data, shape: [rows = 0] }: NdArray, answers: readonly number[]): number => {
      const misses = answers.filter((answer, row) => {
        const sum = weights.reduce(
          (sum, weight, at) => sum + weight * (data[row * units + at] as number),
          bias,
        );
        return sum >= 0 !== answer > 0;
      });
      return misses.length / rows;
    };
    yield { units, seen: wrong(x, given), unseen: wrong(others, Array.from(test.y.data, answerOf)) };
  }
}

/** Columns as rows: `[pictures, units]`. */
function rowsOf(columns: readonly Float64Array[]): NdArray {
  const rows = columns[0]?.length ?? 0;
  const data = new Float64Array(rows * columns.length);
  for (const [at, column] of columns.entries()) {
    for (let row = 0; row < rows; row += 1) data[row * columns.length + at] = column[row] as number;
  }
  return { data, shape: [rows, columns.length] };
}
