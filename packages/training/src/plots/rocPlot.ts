import { rocAuc, rocCurve, type RocPoint } from "../metrics/rocCurve.ts";
import type { Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";

/** One point of a ROC curve. */
export interface RocRow {
  readonly name: string;
  /** The area under the whole curve, 0 to 1. */
  readonly area: number;
  /** The lowest score that is called positive here; null at the start, where none is. */
  readonly threshold: number | null;
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
}

/** Whose ROC curve {@link rocPlot} draws. */
export interface RocSeries {
  /** 1 for positives, 0 for negatives. */
  readonly actual: ArrayLike<number>;
  /** The larger, the more likely positive. */
  readonly scores: ArrayLike<number>;
}

/**
 * ROC curves with the area below each, and the diagonal of a guess.
 *
 * @param series labels and scores by a name: of a model, or of a class against all others
 * @returns a row for each corner of a curve; points on the line between their neighbours are left out
 * @throws {TrainingError} as {@link rocCurve}
 *
 * @example
 * const { rows } = rocPlot({ spam: { actual: [0, 0, 1, 1], scores: [0.1, 0.4, 0.35, 0.8] } });
 * rows[0]; // { name: "spam", area: 0.75, threshold: null, falsePositiveRate: 0, truePositiveRate: 0 }
 */
export function rocPlot(series: Readonly<Record<string, RocSeries>>): Plot<RocRow> {
  const rows = Object.entries(series).flatMap(([name, { actual, scores }]) => {
    const area = rocAuc(actual, scores);
    return corners(rocCurve(actual, scores)).map(({ threshold, ...rates }) => ({
      name,
      area,
      threshold: Number.isFinite(threshold) ? threshold : null,
      ...rates,
    }));
  });
  const names = Object.keys(series);
  const labels = Object.fromEntries(
    rows.map(({ name, area }) => [name, `${name} (AUC ${Number(area.toFixed(4))})`]),
  );
  const rate = (field: string, title: string) => ({
    field,
    type: "quantitative",
    title,
    scale: { domain: [0, 1] },
    axis: { format: "~%", tickCount: 5 },
  });
  const encoding = {
    x: rate("falsePositiveRate", "false positive rate"),
    y: rate("truePositiveRate", "true positive rate"),
  };
  return plotOf(rows, `ROC curves: ${Object.values(labels).join(", ")}`, {
    width: 320,
    height: 320,
    layer: [
      {
        data: { values: [0, 1].map((end) => ({ falsePositiveRate: end, truePositiveRate: end })) },
        mark: { type: "line", color: "#8a8f98", strokeWidth: 1.5, strokeDash: [5, 4] },
        encoding,
      },
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: {
          ...encoding,
          // Rows of the same height keep their order.
          order: { field: "truePositiveRate", type: "quantitative" },
          color: {
            field: "name",
            type: "nominal",
            scale: {
              domain: names,
              range: names.map((_, at) => seriesColours[at % seriesColours.length] ?? ""),
            },
            legend: {
              title: null,
              orient: "right",
              symbolType: "stroke",
              labelLimit: 0,
              labelExpr: `${JSON.stringify(labels)}[datum.label]`,
            },
          },
        },
      },
    ],
  });
}

/** The points at which a curve bends, and its ends: a curve of 10,000 samples has a few hundred. */
function corners(curve: readonly RocPoint[]): RocPoint[] {
  return curve.filter((point, at) => {
    const [before, after] = [curve[at - 1], curve[at + 1]];
    if (before === undefined || after === undefined) return true;
    const across =
      (after.falsePositiveRate - before.falsePositiveRate) *
      (point.truePositiveRate - before.truePositiveRate);
    const up =
      (after.truePositiveRate - before.truePositiveRate) *
      (point.falsePositiveRate - before.falsePositiveRate);
    return Math.abs(across - up) > 1e-12;
  });
}
