import type { History } from "../History.ts";
import type { Json, Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";

/** One point of a learning curve. */
export interface LearningCurveRow {
  /** Counted from 1. */
  readonly epoch: number;
  /** `loss`, `accuracy`, or another metric of the history. */
  readonly metric: string;
  readonly part: "training" | "validation";
  readonly value: number;
}

/** Above this many epochs the curves are lines only; below, each epoch has its mark. */
const MARKED_EPOCHS = 40;

/**
 * How loss and metrics went from epoch to epoch, on the training and the validation samples.
 *
 * @param history what {@link fit} measured; values that are not finite are left out
 * @returns a row for each epoch, metric and part, and a chart with a panel for each metric, 680 pixels wide in all
 *
 * @example
 * learningCurves({ loss: [0.5, 0.3], valLoss: [0.4, 0.35] }).rows[0];
 * // { epoch: 1, metric: "loss", part: "training", value: 0.5 }
 */
export function learningCurves(history: History): Plot<LearningCurveRow> {
  const rows = Object.entries(history).flatMap(([key, values]) => curve(key, values ?? []));
  const metrics = [...new Set(rows.map((row) => row.metric))];
  const parts = [...new Set(rows.map((row) => row.part))];
  const epochs = Math.max(0, ...rows.map((row) => row.epoch));
  const description = `Learning curves over ${epochs} epochs: ${metrics.join(", ")}; ${parts.join(" and ")}`;
  return plotOf(rows, description, {
    // The panels stand in line whatever stands beside their axes.
    bounds: "flush",
    spacing: 64,
    hconcat: metrics.map((metric) => panel(metric, parts, epochs, Math.floor(680 / metrics.length) - 60)),
  });
}

function curve(key: string, values: readonly number[]): LearningCurveRow[] {
  const validation = /^val[A-Z]/.test(key);
  const metric = validation ? key.charAt(3).toLowerCase() + key.slice(4) : key;
  const part = validation ? "validation" : "training";
  return values
    .map((value, index) => ({ epoch: index + 1, metric, part, value }) as const)
    .filter((row) => Number.isFinite(row.value));
}

function panel(metric: string, parts: readonly string[], epochs: number, width: number): Json {
  const share = metric === "accuracy";
  const legend = { title: null, orient: "bottom", symbolType: "stroke", symbolSize: 400 };
  const colour = { domain: parts, range: seriesColours.slice(0, parts.length) };
  return {
    title: titleOf(metric),
    width,
    height: 220,
    transform: [{ filter: `datum.metric === '${metric.replaceAll(/[\\']/g, "")}'` }],
    mark: {
      type: "line",
      strokeWidth: 2,
      point: epochs <= MARKED_EPOCHS ? { size: 36, filled: true } : false,
    },
    encoding: {
      x: {
        field: "epoch",
        type: "quantitative",
        title: "epoch",
        scale: { domain: epochs > 1 ? [1, epochs] : [0.5, 1.5], nice: false },
        axis: {
          tickMinStep: 1,
          format: "d",
          tickCount: 8,
          grid: false,
          ...(epochs > 1 ? {} : { values: [1] }),
        },
      },
      y: {
        field: "value",
        type: "quantitative",
        title: null,
        scale: { zero: !share, nice: 5 },
        axis: { ...(share && { format: "~%" }), tickCount: 5, domain: false, ticks: false, labelPadding: 8 },
      },
      color: { field: "part", type: "nominal", scale: colour, legend },
      strokeDash: {
        field: "part",
        type: "nominal",
        scale: { domain: parts, range: parts.map((part) => (part === "validation" ? [5, 3] : [1, 0])) },
        legend,
      },
      tooltip: [{ field: "part" }, { field: "epoch" }, { field: "value", format: ".4f" }],
    },
  };
}

/** `Loss`, `Accuracy`; short forms such as `MAE` in capitals. */
function titleOf(metric: string): string {
  return /^m[as]e$/.test(metric) ? metric.toUpperCase() : metric.charAt(0).toUpperCase() + metric.slice(1);
}
