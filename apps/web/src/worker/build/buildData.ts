import { type Dataset, findDataset, noCache, type Samples, type TrainTest } from "@minibatch/datasets";
import { sliceRows } from "@minibatch/training";
import type { CommandContext } from "../Command.ts";
import { loadedDataset } from "../loadedDataset.ts";
import type { OpenedOwn } from "../own/openOwn.ts";
import { type BuildSource, ownPictures, type PlanePoint } from "./BuildSetup.ts";
import { openedPictures } from "./openedPictures.ts";
import { planePoints, planeSamples } from "./planeSamples.ts";

/** What is learned from, and what is tested with. */
export interface BuildData {
  readonly inputShape: readonly number[];
  readonly classNames: readonly string[];
  readonly train: Samples;
  /** None where all points are one's own. */
  readonly test: Samples | undefined;
  /** The same with the whole test set, as a run is measured on; none of points. */
  readonly dataset?: Dataset;
  /** Where the images are one's own. */
  readonly own?: OpenedOwn;
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
  if (dataset === ownPictures) {
    const own = openedPictures();
    return { ...dataOf(own.dataset, await own.dataset.load({ cache: noCache }), rows), own };
  }
  return dataOf(findDataset(dataset), await loadedDataset(dataset, { ...context, emit: () => {} }), rows);
}

function dataOf(card: Dataset, loaded: TrainTest, rows: number): BuildData {
  const { inputShape, classNames } = card;
  const train = sliceRows(loaded.train, 0, rows);
  const watched = sliceRows(loaded.test, 0, testRows);
  return {
    inputShape,
    classNames,
    train,
    test: watched,
    dataset: { ...card, load: async () => ({ train, validation: watched, test: loaded.test }) },
  };
}
