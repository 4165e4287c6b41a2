import type { Backend, BackendName } from "@minibatch/backends";
import { findRecipe, type Recipe, trainRecipe } from "@minibatch/recipes";
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from "@minibatch/training";
import { checkpoints, runs, type StoredRun } from "../../storage/runs.ts";
import type { Command } from "../Command.ts";
import { loadOptions } from "../datasetMirror.ts";
import { epochKeeper } from "../explore/epochKeeper.ts";
import { keepModel } from "../keepModel.ts";
import { runResultOf } from "../runResultOf.ts";
import { sparingly } from "../sparingly.ts";
import { startChosenBackend } from "../startChosenBackend.ts";
import { type ThinnedEvent, thinned } from "../thinned.ts";

/** Which run to begin, or to go on with. */
export interface TrainInput {
  /** As it is stored, settings and all; with a checkpoint under its id it goes on from there. */
  readonly run: StoredRun;
  readonly backend: BackendName;
  /** Whether to train no further, and only measure and keep what the last checkpoint holds. */
  readonly finish: boolean;
}

/** What a run reports. */
export type TrainEvent = { readonly type: "backend"; readonly backend: Backend } | ThinnedEvent;

/** Of an epoch that takes long, so many seconds are lost at most when the page is closed. */
const checkpointSeconds = 2;

/**
 * Trains a run of a recipe to its end and keeps run, checkpoints and model in the browser. When the call is aborted, the run is
 * kept as interrupted, with a checkpoint of that very moment.
 */
export const train: Command<TrainInput, StoredRun, TrainEvent> = async (input, { signal, emit, base }) => {
  const { id, settings } = input.run;
  const recipe = findRecipe(input.run.recipe);
  const kept = await checkpoints.get(id);
  let run = input.run;
  const update = async (changes: Partial<StoredRun>): Promise<void> => {
    run = { ...run, ...changes };
    await runs.put(id, run);
  };
  // With the whole history: after 100,000 epochs that takes longer than an epoch of a small run.
  const keep = sparingly(async (checkpoint: Checkpoint) => {
    await checkpoints.put(id, await encodeCheckpoint(checkpoint));
    await update({ history: checkpoint.history });
  });
  const resumeFrom = kept && startOf(await decodeCheckpoint(kept), recipe, input);
  const epochs = await epochKeeper(id, resumeFrom?.history.loss.length ?? 0);
  await update({ status: "running" });
  try {
    const backend = await startChosenBackend(input.backend);
    emit({ type: "backend", backend });
    await update({ backend: backend.name, device: backend.device });
    const result = await trainRecipe(recipe, {
      ...settings,
      ...loadOptions(recipe.dataset.name, base),
      signal,
      resumeFrom,
      onEvent: thinned((event) => {
        if (event.type === "start") run = { ...run, trainSamples: event.trainSamples };
        emit(event);
      }),
      // Of a run that is paused, the very last moment is kept.
      onCheckpoint: async (checkpoint) => {
        await epochs.keep(checkpoint);
        await keep(checkpoint, signal.aborted);
      },
      checkpointSeconds,
      checkpointAtStart: true,
    });
    try {
      await keepModel(run.id, result, run.name);
      await update({ status: "done", history: result.history, result: runResultOf(result) });
      await checkpoints.delete(id);
      return run;
    } finally {
      result.model.dispose();
    }
  } catch (error) {
    await update({ status: signal.aborted ? "interrupted" : "failed" });
    throw error;
  } finally {
    await epochs.store();
  }
};

/** Where to go on; a run that is to finish counts as one whose epochs are all done. */
function startOf(checkpoint: Checkpoint, recipe: Recipe, { run, finish }: TrainInput): Checkpoint {
  if (!finish) return checkpoint;
  return { ...checkpoint, epoch: run.settings.epochs ?? recipe.schedule.epochs, batch: 0 };
}
