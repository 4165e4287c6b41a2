import type { NdArray } from "@minibatch/datasets";
import { gatherRows, sliceRows, worstMistakes } from "@minibatch/training";
import { epochFiles, runs } from "../../storage/runs.ts";
import type { PlanePoint } from "@minibatch/recipes";
import type { Command } from "../Command.ts";
import { decodeEpochs } from "../explore/epochWeights.ts";
import { epochView, type EpochView } from "../explore/epochView.ts";
import { exploredData } from "../explore/exploredData.ts";
import { setExploredRun } from "../explore/exploredRun.ts";
import { openedModel } from "../openedModel.ts";
import type { PicturesSource } from "../own/OwnSource.ts";
import { WorkerError } from "../WorkerError.ts";
import { openModel } from "./openModel.ts";

/** Which run is looked into. */
export interface OpenExploredInput {
  /** Its id. */
  readonly run: string;
  /** The pictures of one's own that the page has. */
  readonly pictures?: PicturesSource;
}

/** A run that is open to be looked into. */
export interface OpenExplored {
  /** What it is called. */
  readonly name: string;
  /** After which of its epochs its weights were kept, ascending; only the last where none were. */
  readonly epochs: readonly number[];
  /** How many it has in all. */
  readonly total: number;
  /** What the kept weights take in this browser. */
  readonly bytes: number;
  readonly classNames: readonly string[];
  /** So many test rows are looked at … */
  readonly rows: number;
  /** … of so many. */
  readonly of: number;
  /** What the network got wrong in the end, the surest first. */
  readonly mistakes: readonly ExploredMistake[];
  /** The pictures of the mistakes, `[mistakes, height, width, channels]`. */
  readonly pictures: NdArray;
  /** The test rows themselves, where they are points of the plane; then no mistakes are told apart. */
  readonly points?: readonly PlanePoint[];
  /** As it was in the end. */
  readonly view: EpochView;
}

/** A test row that the network got wrong in the end. */
export interface ExploredMistake {
  /** Of the test set, from 0. */
  readonly row: number;
  readonly actual: number;
}

/** As many test rows as a network answers while one slides. */
const mostRows = 1000;

/** Among so many training rows the nearest are looked for. */
const mostTrainRows = 2000;

/** So many mistakes can be chosen. */
const mostMistakes = 24;

/** Opens a finished run of this browser: its network, its kept epochs and the first rows of its test set. */
export const openExplored: Command<OpenExploredInput, OpenExplored> = async (
  { run: id, pictures },
  context,
) => {
  const run = await runs.get(id);
  if (!run) throw new WorkerError("NOT_FOUND", "This browser does not keep the run.");
  await openModel({ model: { from: "browser", id } }, { ...context, emit: () => {} });
  const { classNames, train, test, testRows, points } = await exploredData(run, pictures, context);
  const file = await epochFiles.get(id);
  const weights = new Map(file && decodeEpochs(file));
  const total = run.history.loss.length;
  const epochs = weights.size > 0 ? [...weights.keys()] : [total];
  const { model, metadata } = openedModel();
  const rows = sliceRows(test, 0, mostRows);
  const learned = Math.min(mostTrainRows, run.settings.limit ?? mostTrainRows);
  const explored = {
    model,
    metadata,
    weights,
    test: rows,
    ...(train && { train: sliceRows(train, 0, learned) }),
    classes: classNames.length,
    onPlane: points !== undefined,
  };
  setExploredRun(explored);
  const view = await epochView(explored, epochs.at(-1) ?? total);
  // Of points one sees all at once.
  const mistakes = points
    ? []
    : worstMistakes(Uint8Array.from(rows.y.data), view.probabilities, mostMistakes);
  const places = Uint32Array.from(mistakes, ({ index }) => index);
  return {
    name: run.name ?? run.recipe,
    epochs,
    total,
    bytes: file?.length ?? 0,
    classNames,
    rows: rows.y.shape[0] ?? 0,
    of: testRows,
    mistakes: mistakes.map(({ index, actual }) => ({ row: index, actual })),
    pictures: gatherRows(rows, places).x,
    ...(points && { points }),
    view,
  };
};
