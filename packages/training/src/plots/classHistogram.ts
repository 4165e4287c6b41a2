import type { Plot } from "./Plot.ts";
import { seriesColours } from "./plotConfig.ts";
import { plotOf } from "./plotOf.ts";
import { TrainingError } from "../TrainingError.ts";

/** One bar of a class histogram. */
export interface ClassCountRow {
  readonly part: string;
  /** The name of the class. */
  readonly label: string;
  /** How many samples of the part are of this class. */
  readonly count: number;
  /** `count` as a share of the part, 0 to 1. */
  readonly share: number;
}

/**
 * How many samples of each class there are.
 *
 * @param parts labels by the name of their part, such as `training` and `test`
 * @param classNames the names of the classes, in their order
 * @returns a row for each part and class, also for classes without samples, and a chart of bars
 * @throws {TrainingError} `INVALID_ARGUMENT` for a label outside the classes
 *
 * @example
 * classHistogram({ training: [0, 1, 1, 1] }, ["cat", "dog"]).rows[1];
 * // { part: "training", label: "dog", count: 3, share: 0.75 }
 */
export function classHistogram(
  parts: Readonly<Record<string, ArrayLike<number>>>,
  classNames: readonly string[],
): Plot<ClassCountRow> {
  const names = Object.keys(parts);
  const rows = Object.entries(parts).flatMap(([part, labels]) => {
    const counts = classNames.map(() => 0);
    for (let row = 0; row < labels.length; row += 1) {
      const label = labels[row] as number;
      if (counts[label] === undefined) {
        throw new TrainingError(
          "INVALID_ARGUMENT",
          `Labels must be integers from 0 to ${classNames.length - 1}, but label ${row} of ${part} is ${label}.`,
        );
      }
      counts[label] += 1;
    }
    return counts.map((count, label) => ({
      part,
      label: classNames[label] ?? "",
      count,
      share: labels.length > 0 ? count / labels.length : 0,
    }));
  });
  const slanted = classNames.some((name) => name.length > 4);
  const several = names.length > 1;
  return plotOf(rows, `Samples of each of ${classNames.length} classes: ${names.join(", ")}`, {
    width: {
      step: Math.min(52, Math.max(12, Math.floor(620 / Math.max(1, classNames.length)))),
      for: "position",
    },
    height: 220,
    mark: { type: "bar", cornerRadiusEnd: 2 },
    encoding: {
      x: {
        field: "label",
        type: "nominal",
        sort: [...classNames],
        title: null,
        axis: { labelAngle: slanted ? -40 : 0, ticks: false },
        scale: { paddingInner: several ? 0.3 : 0.2 },
      },
      ...(several && { xOffset: { field: "part", type: "nominal", sort: names } }),
      y: { field: "count", type: "quantitative", title: "samples", axis: { tickCount: 5, domain: false } },
      color: {
        field: "part",
        type: "nominal",
        scale: { domain: names, range: seriesColours.slice(0, names.length) },
        legend: several ? { title: null, orient: "bottom" } : null,
      },
      tooltip: [{ field: "part" }, { field: "label" }, { field: "count" }, { field: "share", format: ".1%" }],
    },
  });
}
