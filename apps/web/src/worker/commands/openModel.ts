import {
  decodeModel,
  type LayerSummary,
  loadModel,
  type ModelFiles,
  type ModelMetadata,
  summary,
} from "@minibatch/models";
import { modelFiles, type ModelShape } from "../../storage/models.ts";
import type { Command } from "../Command.ts";
import { setOpenedModel } from "../openedModel.ts";
import { shapeOf } from "../shapeOf.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";
import { WorkerError } from "../WorkerError.ts";

/** Which model: one that this browser keeps, or one that comes with the app (a folder beside the page, `models/mnist-cnn`). */
export type ModelReference =
  | { readonly from: "browser"; readonly id: string }
  | { readonly from: "app"; readonly folder: string };

/** What is known of a model that is open. */
export interface OpenModel {
  readonly layers: readonly LayerSummary[];
  readonly parameters: number;
  readonly metadata: ModelMetadata;
  /** None of a model with several inputs or outputs. */
  readonly shape?: ModelShape;
}

/** Opens a model; `predict` and `evaluate` answer with it until another one is opened. */
export const openModel: Command<{ readonly model: ModelReference }, OpenModel> = async (
  { model: reference },
  { base },
) => {
  await startSteadyBackend();
  const loaded =
    reference.from === "app"
      ? await loadModel(new URL(reference.folder, base).href)
      : await decodeModel(await requireFiles(reference.id));
  setOpenedModel(loaded);
  const { rows, parameters } = summary(loaded.model);
  const shape = shapeOf(loaded.model);
  return {
    layers: rows,
    parameters,
    metadata: loaded.metadata,
    ...(shape && { shape }),
  };
};

async function requireFiles(id: string): Promise<ModelFiles> {
  const files = await modelFiles.get(id);
  if (files) return files;
  throw new WorkerError("NOT_FOUND", "This browser no longer keeps the model: train or open it again.");
}
