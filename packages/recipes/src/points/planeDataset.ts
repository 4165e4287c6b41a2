import type { Dataset, Samples } from "@minibatch/datasets";
import { sliceRows } from "@minibatch/training";
import type { PlanePoint, PointsData } from "../experiment/Experiment.ts";
import { planePoints } from "./planePoints.ts";

/** Points of the plane as a dataset, and the points themselves. */
export interface PlaneDataset extends Dataset {
  /** Those that are learned from. */
  readonly trainPoints: readonly PlanePoint[];
  /** Those that are tested with: where all are one's own, the same ones. */
  readonly testPoints: readonly PlanePoint[];
}

/** What the classes of points are called. */
const planeClasses: readonly string[] = ["A", "B"];

const drawn = { train: 240, test: 120 } as const;

/**
 * Makes a dataset of points of the plane. Drawn ones are validated on those that they are tested with; where all points are one's own, there are no others, and
 * nothing is validated on.
 *
 * @returns a dataset: inputs `[n, 2]` from -1 to 1, labels `[n]`, 0 for A and 1 for B
 * @example
 * const { train } = await planeDataset({ points: "spiral" }).load();
 * train.x.shape; // [240, 2]
 */
export function planeDataset({ points, noise = 0 }: PointsData): PlaneDataset {
  const isDrawn = typeof points === "string";
  const trainPoints = isDrawn ? planePoints(points, noise, "train", drawn.train) : points;
  const testPoints = isDrawn ? planePoints(points, noise, "test", drawn.test) : points;
  const name = `points-${isDrawn ? points : "own"}`;
  const [train, test] = [samplesOf(trainPoints), samplesOf(testPoints)];
  return {
    name,
    title: name,
    description: "Points of the plane, in two classes.",
    task: "classification",
    inputShape: [2],
    classNames: planeClasses,
    featureNames: ["x", "y"],
    size: {
      train: trainPoints.length,
      ...(isDrawn && { validation: testPoints.length }),
      test: testPoints.length,
    },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    trainPoints,
    testPoints,
    async load({ limit } = {}) {
      const most = typeof limit === "number" ? { train: limit, test: limit } : limit;
      return {
        train: sliceRows(train, 0, most?.train),
        ...(isDrawn && { validation: test }),
        test: sliceRows(test, 0, most?.test),
      };
    },
  };
}

/** Points as a network takes them. */
function samplesOf(points: readonly PlanePoint[]): Samples {
  return {
    x: { data: Float32Array.from(points.flatMap(({ x, y }) => [x, y])), shape: [points.length, 2] },
    y: { data: Uint8Array.from(points, ({ label }) => label), shape: [points.length] },
  };
}
