import type { Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { partPanels, pointMark } from "./partPanels.ts";
import { plotOf } from "./plotOf.ts";
import type { PredictionPlotOptions } from "./predictedVersusActual.ts";
import { type PredictionRow, predictionRows } from "./predictionRows.ts";
import type { RegressionPart } from "./RegressionPart.ts";

/**
 * The residuals, actual less predicted, against what was predicted: a pattern around the line of 0 is what the model
 * has not learned.
 *
 * @param parts the values by the name of their part, such as `training` and `test`
 * @returns a row for each sample, and a chart with a panel for each part, both on the same scales
 * @throws {TrainingError} `SHAPE_MISMATCH` when the values of a part are not equally many, or none
 *
 * @example
 * residualScatter({ test: { actual: [20, 30], predicted: [22, 29] } }).rows[1];
 * // { part: "test", actual: 30, predicted: 29, residual: 1 }
 */
export function residualScatter(
  parts: Readonly<Record<string, RegressionPart>>,
  options: PredictionPlotOptions = {},
): Plot<PredictionRow> {
  const { target = "value" } = options;
  const rows = predictionRows(parts);
  const names = Object.keys(parts);
  const layer = [
    {
      data: { values: [{}] },
      mark: { type: "rule", color: "#8a8f98", strokeWidth: 1.5 },
      encoding: { y: { datum: 0, type: "quantitative" } },
    },
    {
      mark: { ...pointMark, color: seriesColours[1] ?? "" },
      encoding: {
        x: {
          field: "predicted",
          type: "quantitative",
          title: `predicted ${target}`,
          scale: { zero: false },
        },
        y: { field: "residual", type: "quantitative", title: "actual less predicted" },
        tooltip: ["part", "actual", "predicted", "residual"].map((field) => ({ field })),
      },
    },
  ];
  const description = `Residuals of ${rows.length} predictions of ${target} (${names.join(", ")})`;
  return plotOf(rows, description, partPanels(names, layer));
}
