import { gradientDescentStep } from "../learn/gradientDescentStep.ts";
import type { Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";

/** Where a weight is after so many steps. */
export interface DescentRow {
  /** 0 at the start. */
  readonly step: number;
  readonly weight: number;
  readonly loss: number;
}

/** Options of {@link gradientDescentPath}. */
export interface GradientDescentPathOptions {
  /** The weight before the first step. */
  readonly start: number;
  readonly learningRate: number;
  /**
   * How many steps are made; fewer when loss or weight are no longer finite.
   *
   * @default 20
   */
  readonly steps?: number | undefined;
}

/** Points of the curve of the loss. */
const CURVE_POINTS = 101;

/**
 * The way of one weight down its loss, step by step: how gradient descent converges, creeps or diverges.
 *
 * @param loss of a weight
 * @param gradient the derivative of the loss at a weight
 * @returns a row for the start and each step, and a chart of them on the curve of the loss
 *
 * @example
 * const { rows } = gradientDescentPath((w) => w ** 2, (w) => 2 * w, { start: 4, learningRate: 0.25 });
 * rows.slice(0, 3).map(({ weight }) => weight); // [4, 2, 1]
 */
export function gradientDescentPath(
  loss: (weight: number) => number,
  gradient: (weight: number) => number,
  options: GradientDescentPathOptions,
): Plot<DescentRow> {
  const { start, learningRate, steps = 20 } = options;
  const rows: DescentRow[] = [];
  let weight = start;
  for (let step = 0; step <= steps; step += 1) {
    const row = { step, weight, loss: loss(weight) };
    if (!Number.isFinite(row.loss)) break;
    rows.push(row);
    weight = gradientDescentStep(weight, gradient(weight), learningRate);
  }
  const least = rows.reduce((least, { weight }) => Math.min(least, weight), start);
  const most = rows.reduce((most, { weight }) => Math.max(most, weight), start);
  // As far to the other side of the way, so that the valley shows.
  const margin = Math.max((most - least) / 3, 1e-6);
  const curve = Array.from({ length: CURVE_POINTS }, (_, at) => {
    const x = least - margin + ((most - least + 2 * margin) * at) / (CURVE_POINTS - 1);
    return { weight: x, loss: loss(x) };
  }).filter((point) => Number.isFinite(point.loss));
  const encoding = {
    x: { field: "weight", type: "quantitative", title: "weight", scale: { zero: false, nice: false } },
    y: { field: "loss", type: "quantitative", title: "loss", scale: { zero: false } },
  };
  const last = rows.at(-1);
  const description =
    `${rows.length - 1} steps of gradient descent at learning rate ${learningRate}: ` +
    `the loss goes from ${rows[0]?.loss} to ${last?.loss}`;
  return plotOf(rows, description, {
    width: 480,
    height: 260,
    layer: [
      {
        data: { values: curve },
        mark: { type: "line", color: "#8a8f98", strokeWidth: 1.5 },
        encoding,
      },
      {
        mark: { type: "line", color: seriesColours[1] ?? "", strokeWidth: 1.5 },
        encoding: { ...encoding, order: { field: "step", type: "quantitative" } },
      },
      {
        mark: { type: "circle", color: seriesColours[1] ?? "", size: 50 },
        encoding: {
          ...encoding,
          tooltip: [{ field: "step" }, { field: "weight" }, { field: "loss" }],
        },
      },
    ],
  });
}
