import { TrainingError } from "../TrainingError.ts";
import type { Plot } from "./Plot.ts";
import { plotConfig } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";

/** One cell of a confusion matrix. */
export interface ConfusionRow {
  readonly actual: string;
  readonly predicted: string;
  /** How many samples of `actual` were taken for `predicted`. */
  readonly count: number;
  /** `count` as a share of all samples of `actual`, 0 to 1; 0 for a class without samples. */
  readonly share: number;
}

/** Cells darker than this share carry light numbers. */
const LIGHT_TEXT_FROM = 0.3;

/**
 * A confusion matrix as an annotated heat map: a row for each actual class, a column for each predicted one.
 *
 * Cells are coloured by their share of the actual class, on a square-root scale, so that one mistake in a hundred
 * still shows.
 *
 * @param matrix counts `[actual][predicted]`, as {@link confusionMatrix} gives them
 * @param classNames the names of the classes, in the order of the matrix
 * @throws {TrainingError} `SHAPE_MISMATCH` when the matrix is not square or the names are not as many as its rows
 *
 * @example
 * confusionHeatMap([[9, 1], [0, 10]], ["cat", "dog"]).rows[1];
 * // { actual: "cat", predicted: "dog", count: 1, share: 0.1 }
 */
export function confusionHeatMap(
  matrix: readonly (readonly number[])[],
  classNames: readonly string[],
): Plot<ConfusionRow> {
  const wrong = matrix.find((row) => row.length !== matrix.length);
  if (wrong || classNames.length !== matrix.length) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `A confusion matrix is square and has a name for each class, but this has ${matrix.length} rows, ` +
        `${wrong?.length ?? matrix.length} columns and ${classNames.length} names.`,
    );
  }
  const rows = matrix.flatMap((counts, actual) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count, predicted) => ({
      actual: classNames[actual] ?? "",
      predicted: classNames[predicted] ?? "",
      count,
      share: total > 0 ? count / total : 0,
    }));
  });
  const cell = Math.min(52, Math.max(26, Math.floor(520 / matrix.length)));
  const names = [...classNames];
  const slanted = names.some((name) => name.length > 4);
  const description = `Confusion matrix of ${names.length} classes: rows are actual, columns predicted`;
  return plotOf(rows, description, {
    config: { ...plotConfig, scale: { bandPaddingInner: 0.04, bandPaddingOuter: 0 } },
    width: { step: cell },
    height: { step: cell },
    encoding: {
      x: {
        field: "predicted",
        type: "nominal",
        sort: names,
        title: "predicted",
        axis: { orient: "top", labelAngle: slanted ? -40 : 0, domain: false, ticks: false, labelPadding: 6 },
      },
      y: {
        field: "actual",
        type: "nominal",
        sort: names,
        title: "actual",
        axis: { domain: false, ticks: false, labelPadding: 6 },
      },
    },
    layer: [
      {
        mark: { type: "rect", cornerRadius: 3 },
        encoding: {
          color: {
            field: "share",
            type: "quantitative",
            scale: { type: "sqrt", domain: [0, 1], range: ["#eef3f8", "#9ecae1", "#3182bd", "#08306b"] },
            legend: {
              title: "share of actual",
              type: "symbol",
              symbolType: "square",
              symbolSize: 200,
              symbolStrokeWidth: 0,
              values: [0, 0.01, 0.1, 0.3, 1],
              format: "~%",
            },
          },
          tooltip: [
            { field: "actual" },
            { field: "predicted" },
            { field: "count" },
            { field: "share", format: ".1%" },
          ],
        },
      },
      {
        mark: { type: "text", fontSize: cell < 34 ? 10 : 12 },
        encoding: {
          text: { field: "count", format: "d" },
          color: {
            condition: [
              { test: `datum.share >= ${LIGHT_TEXT_FROM}`, value: "#ffffff" },
              { test: "datum.count === 0", value: "#b4c0cb" },
            ],
            value: "#12324d",
          },
        },
      },
    ],
  });
}
