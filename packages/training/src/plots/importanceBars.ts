import type { FeatureImportance } from "../metrics/permutationImportance.ts";
import type { Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";

/** One bar of {@link importanceBars}. */
export interface ImportanceRow extends FeatureImportance {
  /** A standard deviation below the mean, and one above. */
  readonly low: number;
  readonly high: number;
}

/** Options of {@link importanceBars}. */
export interface ImportanceBarsOptions {
  /**
   * What is lost without a feature, with its unit.
   *
   * @default "score lost"
   */
  readonly measure?: string | undefined;
  /**
   * How numbers on the axis are written, as d3-format has it: `.0%` for an accuracy.
   *
   * @default as Vega writes numbers
   */
  readonly format?: string | undefined;
}

/**
 * What each feature is worth to a model: a bar as long as the score falls without it, with a line over the spread.
 *
 * @param importance as {@link permutationImportance} gives it; the bars are in its order
 * @returns a row for each feature, and a chart of bars
 *
 * @example
 * importanceBars([{ name: "rooms", mean: 0.3, deviation: 0.05 }]).rows;
 * // [{ name: "rooms", mean: 0.3, deviation: 0.05, low: 0.25, high: 0.35 }]
 */
export function importanceBars(
  importance: readonly FeatureImportance[],
  { measure = "score lost", format }: ImportanceBarsOptions = {},
): Plot<ImportanceRow> {
  const rows = importance.map((feature) => ({
    ...feature,
    low: feature.mean - feature.deviation,
    high: feature.mean + feature.deviation,
  }));
  const description = `What each of ${rows.length} features is worth: ${measure}, with its standard deviation`;
  return plotOf(rows, description, {
    width: 440,
    height: { step: 24 },
    encoding: {
      y: {
        field: "name",
        type: "nominal",
        sort: rows.map(({ name }) => name),
        title: null,
        axis: { ticks: false, domain: false, labelLimit: 180 },
      },
    },
    layer: [
      {
        mark: { type: "bar", color: seriesColours[0] ?? "", cornerRadiusEnd: 2, height: 14 },
        encoding: {
          x: {
            field: "mean",
            type: "quantitative",
            title: measure,
            axis: { ...(format !== undefined && { format }), tickCount: 6 },
          },
          tooltip: ["name", "mean", "deviation"].map((field) => ({ field })),
        },
      },
      {
        mark: { type: "rule", color: "#8a8f98", strokeWidth: 2 },
        encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
    ],
  });
}
