import { findDataset } from "@minibatch/datasets";
import { decodeModel, type LayerSpec, layersOf } from "@minibatch/models";
import type { ResolvedSettings } from "@minibatch/recipes";
import { modelFiles } from "../../storage/models.ts";
import { runs, type StoredRun } from "../../storage/runs.ts";
import { type BuildSource, ownPictures } from "../build/BuildSetup.ts";
import type { Command } from "../Command.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";
import { WorkerError } from "../WorkerError.ts";

/** A run as a network to build on. */
export interface KeptNetwork {
  readonly source: BuildSource;
  readonly layers: readonly LayerSpec[];
  readonly settings: ResolvedSettings;
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
  const source = sourceOf(run);
  const isPlain = scale === (source?.kind === "images" ? 1 / 255 : 1) && offset === 0;
  if (!layers || !source || !isPlain) {
    throw new WorkerError(
      "NO_ROW",
      "This network is not layers in a row on images or points, and Build has only those.",
    );
  }
  return { source, layers, settings: run.result.settings };
};

/** What the run learned from, where Build has it. */
function sourceOf({ dataset, own, trainSamples: rows }: StoredRun): BuildSource | undefined {
  if (own?.points) return own.points;
  if (own?.data)
    return own.data.kind === "pictures" ? { kind: "images", dataset: ownPictures, rows } : undefined;
  const { task, inputShape } = findDataset(dataset);
  return task === "classification" && inputShape.length === 3 ? { kind: "images", dataset, rows } : undefined;
}
