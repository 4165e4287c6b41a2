import { requireSameLength } from "../metrics/requireSameLength.ts";
import type { Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { partPanels, pointMark } from "./partPanels.ts";
import { plotOf } from "./plotOf.ts";
import type { RegressionPart } from "./RegressionPart.ts";

/** One sample of a regression on one feature. */
export interface RegressionRow {
  readonly part: string;
  /** The feature. */
  readonly x: number;
  readonly actual: number;
  readonly predicted: number;
}

/** Options of {@link regressionScatter}. */
export interface RegressionScatterOptions {
  /**
   * The name of the feature, with its unit.
   *
   * @default "x"
   */
  readonly feature?: string | undefined;
  /**
   * The name of what is predicted, with its unit.
   *
   * @default "y"
   */
  readonly target?: string | undefined;
}

/**
 * The samples of a regression on one feature as a scatter, with the line that the model fitted through them.
 *
 * @param parts the samples by the name of their part, such as `training` and `test`
 * @returns a row for each sample, and a chart with a panel for each part, both on the same scales
 * @throws {TrainingError} `SHAPE_MISMATCH` when the values of a part are not equally many, or none
 *
 * @example
 * const training = { x: [5, 6, 7], actual: [14, 20, 35], predicted: [15, 22, 29] };
 * regressionScatter({ training }, { feature: "rooms", target: "price in $1000" }).rows[0];
 * // { part: "training", x: 5, actual: 14, predicted: 15 }
 */
export function regressionScatter(
  parts: Readonly<Record<string, RegressionPart & { readonly x: ArrayLike<number> }>>,
  options: RegressionScatterOptions = {},
): Plot<RegressionRow> {
  const { feature = "x", target = "y" } = options;
  const names = Object.keys(parts);
  const rows = Object.entries(parts).flatMap(([part, { x, actual, predicted }]) => {
    requireSameLength(x, actual);
    requireSameLength(actual, predicted);
    return Array.from(x, (value, at) => ({
      part,
      x: value,
      actual: actual[at] as number,
      predicted: predicted[at] as number,
    }));
  });
  const across = { field: "x", type: "quantitative", title: feature, scale: { zero: false } };
  const colour = (series: "actual" | "predicted") => ({
    datum: series,
    scale: { domain: ["actual", "predicted"], range: seriesColours.slice(0, 2) },
    legend: { title: null, orient: "bottom" },
  });
  const tooltip = ["part", "x", "actual", "predicted"].map((field) => ({ field }));
  const layer = [
    {
      mark: { ...pointMark },
      encoding: {
        x: across,
        y: { field: "actual", type: "quantitative", title: target },
        color: colour("actual"),
        tooltip,
      },
    },
    {
      mark: { type: "line", strokeWidth: 2.5 },
      encoding: {
        x: across,
        y: { field: "predicted", type: "quantitative", title: target },
        color: colour("predicted"),
      },
    },
  ];
  const description = `${target} by ${feature}: ${rows.length} samples (${names.join(", ")}) and the fitted line`;
  return plotOf(rows, description, partPanels(names, layer));
}
