import { findDataset, type Samples } from "@minibatch/datasets";
import { sliceRows } from "@minibatch/training";
import type { CommandContext } from "../Command.ts";
import { loadedDataset } from "../loadedDataset.ts";
import type { BuildSource, PlanePoint } from "./BuildSetup.ts";
import { planePoints, planeSamples } from "./planeSamples.ts";

/** What is learned from, and what is tested with. */
export interface BuildData {
  readonly inputShape: readonly number[];
  readonly classNames: readonly string[];
  readonly train: Samples;
  /** None where all points are one's own. */
  readonly test: Samples | undefined;
  /** The points that a page shows, where they are points. */
  readonly points?: { readonly train: readonly PlanePoint[]; readonly test: readonly PlanePoint[] };
}

/** So many images are tested with after each epoch. */
const testRows = 500;

const planeRows = { train: 240, test: 120 } as const;

/** Loads or draws what a network that one builds learns from. */
export async function buildData(
  source: BuildSource,
  context: Pick<CommandContext, "base" | "signal">,
): Promise<BuildData> {
  if (source.kind === "images") return imageData(source, context);
  const points =
    source.shape === "own"
      ? { train: source.points, test: [] }
      : {
          train: planePoints(source.shape, source.noise, "train", planeRows.train),
          test: planePoints(source.shape, source.noise, "test", planeRows.test),
        };
  return {
    inputShape: [2],
    classNames: ["0", "1"],
    train: planeSamples(points.train),
    test: points.test.length > 0 ? planeSamples(points.test) : undefined,
    points,
  };
}

async function imageData(
  { dataset, rows }: Extract<BuildSource, { readonly kind: "images" }>,
  context: Pick<CommandContext, "base" | "signal">,
): Promise<BuildData> {
  const { inputShape, classNames } = findDataset(dataset);
  const { train, test } = await loadedDataset(dataset, { ...context, emit: () => {} });
  return {
    inputShape,
    classNames,
    train: sliceRows(train, 0, rows),
    test: sliceRows(test, 0, testRows),
  };
}
