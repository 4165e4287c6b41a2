import type { Dataset } from "@minibatch/datasets";
import type { PlanePoint, PlaneSource } from "./BuildSetup.ts";
import { planePoints, planeSamples } from "./planeSamples.ts";

/** What the classes of points are called. */
const planeClasses: readonly string[] = ["A", "B"];

/** Points to learn from, and others to test with: none where all are one's own. */
export interface PlaneParts {
  readonly train: readonly PlanePoint[];
  readonly test: readonly PlanePoint[];
}

const rows = { train: 240, test: 120 } as const;

/** Draws points in a shape, the same ones each time, or takes those of one's own. */
export function planeParts(source: PlaneSource): PlaneParts {
  if (source.shape === "own") return { train: source.points, test: [] };
  const { shape, noise } = source;
  return {
    train: planePoints(shape, noise, "train", rows.train),
    test: planePoints(shape, noise, "test", rows.test),
  };
}

/** The points that a network is tested with: those that it learns from, where there are no others. */
export function testPoints(source: PlaneSource): readonly PlanePoint[] {
  const { train, test } = planeParts(source);
  return test.length > 0 ? test : train;
}

/**
 * Points as a dataset, for what measures, keeps and looks into networks on datasets; tested with {@link testPoints}, and validated on nothing where those are the
 * ones that are learned from.
 */
export function planeDataset(source: PlaneSource): Dataset {
  const parts = planeParts(source);
  const train = planeSamples(parts.train);
  const test = planeSamples(testPoints(source));
  const name = `points-${source.shape}`;
  return {
    name,
    title: name,
    description: "",
    task: "classification",
    inputShape: [2],
    classNames: planeClasses,
    size: { train: parts.train.length, test: testPoints(source).length },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    load: async () => ({ train, ...(parts.test.length > 0 && { validation: test }), test }),
  };
}
