import { type Dataset, findDataset, noCache, type Samples, type TrainTest } from "@minibatch/datasets";
import { type PlanePoint, planeDataset } from "@minibatch/recipes";
import { sliceRows } from "@minibatch/training";
import type { CommandContext } from "../Command.ts";
import { loadedDataset } from "../loadedDataset.ts";
import type { OpenedOwn } from "../own/openOwn.ts";
import { type BuildSource, ownPictures } from "./BuildSetup.ts";
import type { PlaneSource } from "../../storage/PlaneSource.ts";
import { openedPictures } from "./openedPictures.ts";
import { pointsData } from "./pointsData.ts";

/** What is learned from, and what is tested with. */
export interface BuildData {
  readonly inputShape: readonly number[];
  readonly classNames: readonly string[];
  readonly train: Samples;
  /** None where all points are one's own. */
  readonly test: Samples | undefined;
  /** The same with the whole test set, as a run is measured on. */
  readonly dataset: Dataset;
  /** Where the images are one's own. */
  readonly own?: OpenedOwn;
  /** The points that a page shows, where they are points. */
  readonly points?: PlaneParts;
}

/** Points to learn from, and others to test with: none where all are one's own. */
export interface PlaneParts {
  readonly train: readonly PlanePoint[];
  readonly test: readonly PlanePoint[];
}

/** So many images are tested with after each epoch. */
const testRows = 500;

/** Loads or draws what a network that one builds learns from. */
export async function buildData(
  source: BuildSource,
  context: Pick<CommandContext, "base" | "signal">,
): Promise<BuildData> {
  return source.kind === "images" ? imageData(source, context) : planeData(source);
}

async function planeData(source: PlaneSource): Promise<BuildData> {
  const dataset = planeDataset(pointsData(source));
  const { inputShape, classNames, trainPoints, testPoints } = dataset;
  const { train, validation: test } = await dataset.load();
  const points = { train: trainPoints, test: test ? testPoints : [] };
  return { inputShape, classNames, train, test, dataset, points };
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
