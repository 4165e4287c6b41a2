import { trainRecipe } from "@minibatch/recipes";
import { epochFiles, runs, type StoredRun } from "../../storage/runs.ts";
import { networkRecipe } from "../build/networkRecipe.ts";
import { openedNetwork } from "../build/openedNetwork.ts";
import type { Command } from "../Command.ts";
import { encodeEpochs } from "../explore/epochWeights.ts";
import { withEpoch } from "../explore/withEpoch.ts";
import { keepModel } from "../keepModel.ts";
import { keptTest } from "../own/keptTest.ts";
import { runResultOf } from "../runResultOf.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";
import { WorkerError } from "../WorkerError.ts";

/** How a network that one built is kept. */
export interface KeepNetworkInput {
  /** Under which run and model are kept. */
  readonly id: string;
  /** What the run is called. */
  readonly name: string;
}

/**
 * Measures the network that is open on the whole test set, and keeps it as it is now as a run, which lists, evaluates, draws with and
 * exports like any other.
 *
 * @throws {WorkerError} `NOTHING_TRAINED` before its first batch
 */
export const keepNetwork: Command<KeepNetworkInput, StoredRun> = async ({ id, name }, { signal }) => {
  const network = openedNetwork();
  const { checkpoint, data, trained, setup } = network;
  const { dataset } = data;
  const { source } = setup;
  if (!checkpoint) {
    throw new WorkerError("NOTHING_TRAINED", "There is nothing to keep yet: train a batch first.");
  }
  const backend = await startSteadyBackend();
  const { recipe, experiment } = networkRecipe(network);
  const { epochs } = recipe.schedule;
  // All of its epochs are done: what is left of a run is to be measured.
  const resumeFrom = { ...checkpoint, epoch: epochs, batch: 0 };
  const result = await trainRecipe(recipe, { limit: data.train.x.shape[0], signal, resumeFrom });
  try {
    const run: StoredRun = {
      id,
      name,
      created: Date.now(),
      status: "done",
      recipe: recipe.name,
      dataset: dataset.name,
      backend: backend.name,
      device: backend.device,
      settings: result.settings,
      history: result.history,
      trainSamples: result.samples.train,
      result: {
        ...runResultOf(result),
        seconds: trained.seconds,
        samplesPerSecond: trained.samples / trained.seconds,
        classNames: data.classNames,
      },
      own: {
        experiment,
        ...(source.kind === "plane" && { points: source }),
        ...(data.own && { data: data.own.about }),
      },
      ...(data.own && { test: keptTest(result, data.own.testNames) }),
    };
    await keepModel(id, result, name);
    // Its last epoch is the network as it is kept.
    await epochFiles.put(id, encodeEpochs(withEpoch(network.epochs, resumeFrom)));
    await runs.put(id, run);
    return run;
  } finally {
    result.model.dispose();
  }
};
