import { findDataset } from "@minibatch/datasets";
import { decodeModel, type LayerSpec, layersOf } from "@minibatch/models";
import type { ResolvedSettings } from "@minibatch/recipes";
import { modelFiles } from "../../storage/models.ts";
import { runs } from "../../storage/runs.ts";
import type { Command } from "../Command.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";
import { WorkerError } from "../WorkerError.ts";

/** A run as a network to build on. */
export interface KeptNetwork {
  readonly dataset: string;
  readonly layers: readonly LayerSpec[];
  readonly settings: ResolvedSettings;
  /** Training samples of an epoch. */
  readonly rows: number;
}

/**
 * Reads the network of a run.
 *
 * @throws {WorkerError} `NOT_FOUND`, `NO_ROW`
 */
export const readNetwork: Command<{ readonly id: string }, KeptNetwork> = async ({ id }) => {
  const [run, files] = await Promise.all([runs.get(id), modelFiles.get(id)]);
  if (!run?.result || !files) {
    throw new WorkerError("NOT_FOUND", "This browser no longer keeps the model: train or open it again.");
  }
  await startSteadyBackend();
  const { model, metadata } = await decodeModel(files);
  const layers = layersOf(model);
  model.dispose();
  const { scale, offset } = metadata.inputScaling ?? {};
  const { task, inputShape } = findDataset(run.dataset);
  const isPlain = scale === 1 / 255 && offset === 0 && task === "classification" && inputShape.length === 3;
  if (!layers || !isPlain) {
    throw new WorkerError(
      "NO_ROW",
      "This network is not layers in a row on images, and Build has only those.",
    );
  }
  return { dataset: run.dataset, layers, settings: run.result.settings, rows: run.trainSamples };
};
