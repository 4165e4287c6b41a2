import { existsSync } from "node:fs";
import { type LoadedModel, loadModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { isModelFile } from "./isModelFile.ts";
import { isModelFolder } from "./isModelFolder.ts";
import { runFiles } from "./runFiles.ts";
import type { Session } from "../Session.ts";

/**
 * Loads the model of a run folder, of any folder with a `model.json`, of a JSON file beside its weights, of a file of Keras, or of an address.
 *
 * @param path as it was typed
 * @throws {CliError} `MODEL_NOT_FOUND`
 * @throws {ModelError} when it cannot be read
 * @throws {KerasError} when a file of Keras cannot be
 */
export async function openModel(path: string, session: Session): Promise<LoadedModel> {
  if (/^https?:\/\//i.test(path)) return loadModel(path);
  const folder = session.resolve(path);
  if (isModelFolder(folder) || isModelFile(folder)) return loadModel(folder);
  if (existsSync(runFiles(folder).run)) {
    throw new CliError(
      "MODEL_NOT_FOUND",
      `The run in ${session.display(folder)} has no model yet: it is not finished. ` +
        `Go on with it: ${session.commandLine("train", "--resume", session.display(folder))}`,
    );
  }
  if (/\.(keras|h5|hdf5)$/i.test(folder)) {
    throw new CliError("MODEL_NOT_FOUND", `There is no file ${session.display(folder)}.`);
  }
  if (/\.zip$/i.test(folder) && existsSync(folder)) {
    throw new CliError(
      "MODEL_NOT_FOUND",
      `${session.display(folder)} is a zip, as the web app saves a run: unpack it, and give the folder.`,
    );
  }
  throw new CliError(
    "MODEL_NOT_FOUND",
    `There is no model in ${session.display(folder)}: it holds no model.json. ` +
      `Give a run folder, such as the one that "${session.commandLine("train", "digits-cnn")}" makes.`,
  );
}
