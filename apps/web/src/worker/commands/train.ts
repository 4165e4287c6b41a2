import type { Backend, BackendName } from "@minibatch/backends";
import { encodeModel } from "@minibatch/models";
import {
  findRecipe,
  type Recipe,
  type RecipeEvent,
  type RecipeResult,
  trainRecipe,
} from "@minibatch/recipes";
import { type Checkpoint, decodeCheckpoint, encodeCheckpoint } from "@minibatch/training";
import { modelFiles, models } from "../../storage/models.ts";
import { checkpoints, type RunResult, runs, type StoredRun } from "../../storage/runs.ts";
import type { Command } from "../Command.ts";
import { loadOptions } from "../datasetMirror.ts";
import { startChosenBackend } from "../startChosenBackend.ts";

/** Which run to begin, or to go on with. */
export interface TrainInput {
  /** As it is stored, settings and all; with a checkpoint under its id it goes on from there. */
  readonly run: StoredRun;
  readonly backend: BackendName;
  /** Whether to train no further, and only measure and keep what the last checkpoint holds. */
  readonly finish: boolean;
}

/** What a run reports. */
export type TrainEvent = { readonly type: "backend"; readonly backend: Backend } | RecipeEvent;

/** A page draws so often at most, in milliseconds; events of batches between are left out. */
const batchInterval = 80;

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
  await update({ status: "running" });
  try {
    const backend = await startChosenBackend(input.backend);
    emit({ type: "backend", backend });
    await update({ backend: backend.name, device: backend.device });
    const result = await trainRecipe(recipe, {
      ...settings,
      ...loadOptions(recipe.dataset.name, base),
      signal,
      resumeFrom: kept && startOf(await decodeCheckpoint(kept), recipe, input),
      onEvent: thinned((event) => {
        if (event.type === "start") run = { ...run, trainSamples: event.trainSamples };
        emit(event);
      }),
      onCheckpoint: async (checkpoint: Checkpoint) => {
        await checkpoints.put(id, await encodeCheckpoint(checkpoint));
        await update({ history: checkpoint.history });
      },
    });
    try {
      await keepModel(run, recipe, result);
      await update({ status: "done", history: result.history, result: resultOf(result) });
      await checkpoints.delete(id);
      return run;
    } finally {
      result.model.dispose();
    }
  } catch (error) {
    await update({ status: signal.aborted ? "interrupted" : "failed" });
    throw error;
  }
};

/** Where to go on; a run that is to finish counts as one whose epochs are all done. */
function startOf(checkpoint: Checkpoint, recipe: Recipe, { run, finish }: TrainInput): Checkpoint {
  if (!finish) return checkpoint;
  return { ...checkpoint, epoch: run.settings.epochs ?? recipe.schedule.epochs, batch: 0 };
}

/** Lets an event of a batch through only now and then, and the last one of each epoch always. */
function thinned(emit: (event: RecipeEvent) => void): (event: RecipeEvent) => void {
  let last = 0;
  return (event) => {
    const now = performance.now();
    if (event.type === "batch" && event.batch < event.batches && now - last < batchInterval) return;
    if (event.type === "batch") last = now;
    emit(event);
  };
}

async function keepModel(run: StoredRun, recipe: Recipe, result: RecipeResult): Promise<void> {
  await modelFiles.put(run.id, await encodeModel(result.model, result.metadata));
  await models.put(run.id, {
    id: run.id,
    name: recipe.name,
    created: Date.now(),
    metadata: result.metadata,
    parameters: result.parameters,
    ...(result.task === "classification" && { accuracy: result.test.accuracy }),
  });
}

function resultOf(result: RecipeResult): RunResult {
  const { settings, parameters, samples, test, published, samplesPerSecond, seconds } = result;
  return {
    settings,
    parameters,
    samples,
    test,
    published,
    samplesPerSecond,
    seconds,
    ...(result.task === "classification" && { confusionMatrix: result.confusionMatrix }),
  };
}
