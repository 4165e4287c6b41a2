import { findDataset, noCache, type Samples } from "@minibatch/datasets";
import { planeDataset, type PlanePoint } from "@minibatch/recipes";
import { pixelBytes } from "../../storage/pixelBytes.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { pointsData } from "../build/pointsData.ts";
import type { CommandContext } from "../Command.ts";
import { loadedDataset } from "../loadedDataset.ts";
import { openOwn } from "../own/openOwn.ts";
import type { PicturesSource } from "../own/OwnSource.ts";
import { WorkerError } from "../WorkerError.ts";

/** What a run is looked into with. */
export interface ExploredData {
  readonly classNames: readonly string[];
  readonly test: Samples;
  /** How many test rows the run has, those that are not here among them. */
  readonly testRows: number;
  /** Where the training rows are here. */
  readonly train?: Samples;
  /** The test rows themselves, where they are points of the plane. */
  readonly points?: readonly PlanePoint[];
}

type Waiting = Pick<CommandContext, "base" | "signal">;

/**
 * Finds the rows that a run is looked into with. Of pictures of one's own these are the test pictures that are kept with the run, and all of them where the page
 * still has them.
 *
 * @param pictures those that the page has
 * @throws {WorkerError} `NO_PICTURES` where none are kept
 */
export async function exploredData(
  run: StoredRun,
  pictures: PicturesSource | undefined,
  context: Waiting,
): Promise<ExploredData> {
  const { own } = run;
  if (own?.points) {
    const plane = planeDataset(pointsData(own.points));
    const { train, test } = await plane.load();
    return partsOf(plane.classNames, train, test, plane.testPoints);
  }
  if (own?.data) return (await samePictures(run, pictures, context)) ?? keptPictures(run);
  const { train, test } = await loadedDataset(run.dataset, { ...context, emit: () => {} });
  return partsOf(findDataset(run.dataset).classNames, train, test);
}

function partsOf(
  classNames: readonly string[],
  train: Samples,
  test: Samples,
  points?: readonly PlanePoint[],
): ExploredData {
  return { classNames, train, test, testRows: test.y.shape[0] ?? 0, ...(points && { points }) };
}

/** The pictures of the page, if the test set is the one that the run kept some of. */
async function samePictures(
  { test }: StoredRun,
  pictures: PicturesSource | undefined,
  context: Waiting,
): Promise<ExploredData | undefined> {
  if (!pictures) return undefined;
  const { dataset, testNames } = await openOwn(pictures, { ...context, emit: () => {} });
  const { classNames, inputShape } = dataset;
  const loaded = await dataset.load({ cache: noCache });
  const { samples = [], shape = [] } = test?.samples ?? {};
  const isSame =
    String(shape) === String(inputShape) &&
    samples.every(
      ({ name, actual }, row) =>
        name === testNames[row] && actual === classNames[loaded.test.y.data[row] ?? 0],
    );
  return isSame ? partsOf(classNames, loaded.train, loaded.test) : undefined;
}

/** The test pictures that are kept with the run. */
function keptPictures({ test, result }: StoredRun): ExploredData {
  const { classNames = [] } = result ?? {};
  const { shape = [], samples = [] } = test?.samples ?? {};
  const rows = samples.flatMap(({ pixels, actual }) =>
    pixels === undefined ? [] : [{ pixels: pixelBytes(pixels), label: classNames.indexOf(actual) }],
  );
  if (rows.length === 0) {
    throw new WorkerError("NO_PICTURES", "There are no pictures here: fill classes on the page Your data.");
  }
  const size = shape.reduce((product, length) => product * length, 1);
  const data = new Uint8Array(rows.length * size);
  for (const [row, { pixels }] of rows.entries()) data.set(pixels, row * size);
  return {
    classNames,
    test: {
      x: { data, shape: [rows.length, ...shape] },
      y: { data: Uint8Array.from(rows, ({ label }) => label), shape: [rows.length] },
    },
    testRows: result?.samples.test ?? rows.length,
  };
}
