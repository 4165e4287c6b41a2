import { encodeKeras } from "@minibatch/keras";
import { decodeModel } from "@minibatch/models";
import { modelFiles, models } from "../../storage/models.ts";
import type { Command } from "../Command.ts";
import { startChosenBackend } from "../startChosenBackend.ts";
import { WorkerError } from "../WorkerError.ts";
import type { PackedFile } from "./packRun.ts";

/** Writes a model as the file that Keras loads. */
export const packKeras: Command<{ readonly id: string }, PackedFile> = async ({ id }) => {
  const [stored, files] = await Promise.all([models.get(id), modelFiles.get(id)]);
  if (!stored || !files) throw new WorkerError("NOT_FOUND", "This browser no longer keeps it.");
  await startChosenBackend("cpu");
  const { model, metadata } = await decodeModel(files);
  try {
    return { name: `${stored.name}.keras`, bytes: await encodeKeras(model, { metadata: { ...metadata } }) };
  } finally {
    model.dispose();
  }
};
