import type { LoadedModel } from "@minibatch/models";
import { WorkerError } from "./WorkerError.ts";

/** The model that this worker answers with. */
let opened: LoadedModel | undefined;

/** Gives the model that `openModel` opened. */
export function openedModel(): LoadedModel {
  if (opened) return opened;
  throw new WorkerError("NO_MODEL", "No model is open: call openModel first.");
}

/** Puts a model in the place of the one before, which is disposed. */
export function setOpenedModel(model: LoadedModel): void {
  opened?.model.dispose();
  opened = model;
}
