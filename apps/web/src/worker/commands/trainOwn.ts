import type { Backend } from "@minibatch/backends";
import { type Experiment, measureBaselines, type Recipe, suggest, trainRecipe } from "@minibatch/recipes";
import type { Checkpoint } from "@minibatch/training";
import { epochFiles, runs, type StoredRun } from "../../storage/runs.ts";
import type { Command } from "../Command.ts";
import { encodeEpochs, type EpochWeights } from "../explore/epochWeights.ts";
import { withEpoch } from "../explore/withEpoch.ts";
import { keepModel } from "../keepModel.ts";
import { setOpenedModel } from "../openedModel.ts";
import { keptTest } from "../own/keptTest.ts";
import { type LookEvent, openOwn } from "../own/openOwn.ts";
import type { OwnSource } from "../own/OwnSource.ts";
import { type TestedRow, testedRows } from "../own/testedRows.ts";
import { runResultOf } from "../runResultOf.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";
import { type ThinnedEvent, thinned } from "../thinned.ts";

/** What to train on. */
export interface TrainOwnInput {
  /** Under which run and model are kept. */
  readonly id: string;
  readonly source: OwnSource;
}

/** A run on data of one's own that came to its end. */
export interface TrainedOwn {
  readonly run: StoredRun;
  readonly classNames: readonly string[];
  /** The whole test set. */
  readonly tested: readonly TestedRow[];
}

/** What a run on data of one's own reports; `beside` when a linear model is trained to compare with. */
export type TrainOwnEvent =
  | LookEvent
  | { readonly type: "backend"; readonly backend: Backend }
  | { readonly type: "beside" }
  | ThinnedEvent;

/**
 * Trains on data of one's own as the command does without an option, and keeps run and model in the browser, not the data. The model
 * stays open, to be tried. A call that is aborted keeps nothing.
 */
export const trainOwn: Command<TrainOwnInput, TrainedOwn, TrainOwnEvent> = async (
  { id, source },
  context,
) => {
  const { signal, emit } = context;
  const { dataset, about, testNames, data } = await openOwn(source, context);
  const { name, title, classNames } = dataset;
  const { model, ...suggestion } = suggest(dataset);
  const recipe: Recipe = { name, title, dataset, ...suggestion };
  const backend = await startSteadyBackend();
  emit({ type: "backend", backend });
  let epochs: EpochWeights = new Map();
  const onCheckpoint = (checkpoint: Checkpoint): void => void (epochs = withEpoch(epochs, checkpoint));
  const result = await trainRecipe(recipe, {
    signal,
    onEvent: thinned(emit),
    // To look inside afterwards, which a table gives nothing for.
    ...(source.kind === "pictures" && { checkpointAtStart: true, onCheckpoint }),
  });
  try {
    emit({ type: "beside" });
    const { settings, samples, history, metadata } = result;
    const baselines = await measureBaselines(recipe, { signal, seed: settings.seed });
    const experiment: Experiment = { name, data, model, schedule: suggestion.schedule };
    const run: StoredRun = {
      id,
      created: Date.now(),
      status: "done",
      recipe: name,
      dataset: name,
      backend: backend.name,
      device: backend.device,
      settings,
      history,
      trainSamples: samples.train,
      result: { ...runResultOf(result), baselines, ...(classNames.length > 0 && { classNames }) },
      own: { data: about, experiment },
      test: keptTest(result, testNames),
    };
    await keepModel(id, result);
    if (epochs.size > 0) await epochFiles.put(id, encodeEpochs(epochs));
    await runs.put(id, run);
    setOpenedModel({ model: result.model, metadata });
    return { run, classNames, tested: testedRows(result, testNames) };
  } catch (error) {
    result.model.dispose();
    throw error;
  }
};
