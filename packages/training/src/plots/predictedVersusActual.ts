import type { Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { partPanels, pointMark } from "./partPanels.ts";
import { plotOf } from "./plotOf.ts";
import { type PredictionRow, predictionRows } from "./predictionRows.ts";
import type { RegressionPart } from "./RegressionPart.ts";

/** Options of {@link predictedVersusActual} and {@link residualScatter}. */
export interface PredictionPlotOptions {
  /**
   * The name of what is predicted, with its unit.
   *
   * @default "value"
   */
  readonly target?: string | undefined;
}

/**
 * Predicted against actual values, with the diagonal on which perfect predictions lie: for models of many features.
 *
 * @param parts the values by the name of their part, such as `training` and `test`
 * @returns a row for each sample, and a chart with a panel for each part, both on the same scales
 * @throws {TrainingError} `SHAPE_MISMATCH` when the values of a part are not equally many, or none
 *
 * @example
 * predictedVersusActual({ test: { actual: [20, 30], predicted: [22, 29] } }).rows[0];
 * // { part: "test", actual: 20, predicted: 22, residual: -2 }
 */
export function predictedVersusActual(
  parts: Readonly<Record<string, RegressionPart>>,
  options: PredictionPlotOptions = {},
): Plot<PredictionRow> {
  const { target = "value" } = options;
  const rows = predictionRows(parts);
  const names = Object.keys(parts);
  const values = rows.flatMap(({ actual, predicted }) => [actual, predicted]);
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const scale = { domain: rows.length > 0 ? [low, high] : [0, 1], nice: true, zero: false };
  const axis = (field: string) => ({ field, type: "quantitative", title: `${field} ${target}`, scale });
  const layer = [
    {
      data: { values: rows.length > 0 ? [low, high].map((actual) => ({ actual, predicted: actual })) : [] },
      mark: { type: "line", color: "#8a8f98", strokeWidth: 1.5, strokeDash: [5, 4] },
      encoding: { x: axis("actual"), y: axis("predicted") },
    },
    {
      mark: { ...pointMark, color: seriesColours[0] ?? "" },
      encoding: {
        x: axis("actual"),
        y: axis("predicted"),
        tooltip: ["part", "actual", "predicted", "residual"].map((field) => ({ field })),
      },
    },
  ];
  const description = `Predicted against actual ${target} of ${rows.length} samples (${names.join(", ")})`;
  return plotOf(rows, description, partPanels(names, layer));
}
