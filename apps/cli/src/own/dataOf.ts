import { existsSync, statSync } from "node:fs";
import { datasets } from "@minibatch/datasets";
import type { ExperimentData } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import { isTablePath } from "../inputs/isTablePath.ts";
import { isModelFile } from "../run/isModelFile.ts";
import { runFiles } from "../run/runFiles.ts";
import type { Session } from "../Session.ts";
import type { OwnOptions } from "./OwnOptions.ts";

/** Whether somebody means data of their own and not a recipe: no recipe has a dot or a slash in its name. */
export function isOwnData(argument: string, session: Session): boolean {
  return /[./\\]/.test(argument) || existsSync(session.resolve(argument));
}

/**
 * Says what data an argument names: a built-in dataset where no file has that name, a table or arrays by their ending, else a folder or a zip of
 * pictures.
 *
 * @returns the data, with its path as it was typed
 * @throws {CliError} `INVALID_USAGE` for what is not there, or neither, or options of the other kind
 */
export function dataOf(argument: string, options: OwnOptions, session: Session): ExperimentData {
  const { target, task, imageSize, grey, x, y } = options;
  const remote = /^https?:\/\//.test(argument);
  if (!remote && !existsSync(session.resolve(argument))) {
    if (datasets.some(({ name }) => name === argument)) {
      refuse(dataOptions(options), `${argument} is a built-in dataset`, "data of your own");
      return { dataset: argument };
    }
    throw usage(
      `There is no file or folder ${argument}. Give a folder of pictures with a folder for each class, a table such as houses.csv, or ` +
        `one of "${session.commandLine("recipes")}" or "${session.commandLine("datasets", "list")}".`,
    );
  }
  if (/\.npz$/i.test(argument.replace(/[?#].*$/, ""))) {
    refuse({ "--image-size": imageSize, "--grey": grey }, `${argument} holds arrays`, "folders of pictures");
    refuse({ "--target": target }, `${argument} holds arrays`, "tables; --y names the array to predict");
    const said = { ...(x !== undefined && { x }), ...(y !== undefined && { y }), ...(task && { task }) };
    return { arrays: argument, ...(Object.keys(said).length > 0 && { options: said }) };
  }
  refuse({ "--x": x, "--y": y }, `${argument} is no .npz`, "archives of arrays");
  if (isTablePath(argument)) {
    refuse({ "--image-size": imageSize, "--grey": grey }, `${argument} is a table`, "pictures");
    return { table: argument, target: target ?? "", ...(task && { options: { task } }) };
  }
  if (!remote && existsSync(runFiles(session.resolve(argument)).run)) {
    throw usage(
      `${argument} is a run. Repeat it: ${session.commandLine("train", `${argument}/experiment.json`)}\n` +
        `or go on with it: ${session.commandLine("train", "--resume", argument)}`,
    );
  }
  if (!remote && (statSync(session.resolve(argument)).isDirectory() || /\.zip$/i.test(argument))) {
    refuse({ "--target": target, "--task": task }, `${argument} holds pictures`, "tables");
    const said = { ...(imageSize !== undefined && { imageSize }), ...(grey !== undefined && { grey }) };
    return { pictures: argument, ...(Object.keys(said).length > 0 && { options: said }) };
  }
  if (isModelFile(session.resolve(argument))) {
    throw usage(
      `${argument} is a model. Say what it is to be trained on: ${session.commandLine("train", "./my-pictures", "--from", argument)}`,
    );
  }
  throw usage(
    `${argument} is neither a table (.csv, .tsv, .json, .jsonl, also .gz, .parquet), nor arrays (.npz), nor a folder or .zip of pictures.`,
  );
}

/**
 * Refuses the options that say what data are, for an experiment, which says so itself.
 *
 * @throws {CliError} `INVALID_USAGE`
 */
export function refuseDataOptions(argument: string, options: OwnOptions): void {
  const wrong = Object.entries(dataOptions(options)).find(([, value]) => value !== undefined);
  if (wrong) {
    throw usage(
      `${argument} is an experiment, which says itself what its data are. Leave ${wrong[0]} out, and change the file.`,
    );
  }
}

function dataOptions({ target, task, imageSize, grey, x, y }: OwnOptions): Readonly<Record<string, unknown>> {
  return {
    "--target": target,
    "--task": task,
    "--image-size": imageSize,
    "--grey": grey,
    "--x": x,
    "--y": y,
  };
}

function refuse(given: Readonly<Record<string, unknown>>, what: string, others: string): void {
  const wrong = Object.keys(given).find((option) => given[option] !== undefined);
  if (wrong !== undefined) throw usage(`${what}, and ${wrong} is for ${others}. Leave it out.`);
}

function usage(message: string): CliError {
  return new CliError("INVALID_USAGE", message);
}
