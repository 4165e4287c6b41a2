import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Experiment, experimentFaults, type Recipe, type RecipeExperiment } from "@minibatch/recipes";
import { LayersModel } from "@tensorflow/tfjs-layers";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";
import { faultsText } from "./faultsText.ts";

/** Whether a path is that of a module. */
export function isModule(path: string): boolean {
  return /\.[cm]?[jt]s$/i.test(path);
}

/**
 * Imports what a module exports by default: a recipe, an experiment, or a function that gives either of them.
 *
 * @param file where it lies
 * @throws {CliError} `INVALID_EXPERIMENT`, `INVALID_USAGE` for TypeScript on a Node that does not run it
 */
export async function importExperiment(
  file: string,
  session: Session,
): Promise<Recipe | Experiment | RecipeExperiment> {
  const name = session.display(file);
  if (!isFile(file)) throw new CliError("INVALID_USAGE", `There is no file ${name}.`);
  if (/ts$/i.test(file) && !runsTypeScript()) {
    throw new CliError(
      "INVALID_USAGE",
      `${name} is TypeScript, which Node ${process.versions.node} does not run by itself. Use Node 22.18 or newer, or save it without types ` +
        "as experiment.mjs.",
    );
  }
  const made = await exportOf(file, name);
  if (typeof made !== "object" || made === null) {
    throw invalid(
      name,
      `its default export must be a recipe, an experiment, or a function that gives one, but it is ${made === null ? "null" : typeof made}`,
    );
  }
  if (!("createModel" in made)) return experimentOf(made, name);
  const recipe = made as Partial<Recipe>;
  requireRecipe(recipe, name);
  return { ...recipe, createModel: (seed) => modelOf(recipe, seed, name) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function runsTypeScript(): boolean {
  return Boolean((process.features as { typescript?: unknown }).typescript);
}

async function exportOf(file: string, name: string): Promise<unknown> {
  try {
    const { default: made } = (await import(pathToFileURL(file).href)) as { default?: unknown };
    if (typeof made !== "function") return made;
    const path = (relative: string) => resolve(dirname(file), relative);
    return await (made as (given: { path: typeof path }) => unknown)({ path });
  } catch (cause) {
    const { message, code, stack = "" } = cause as NodeJS.ErrnoException;
    if (code === "ERR_MODULE_NOT_FOUND") {
      throw invalid(
        name,
        `${message.replace(/ imported from .*/, "")}. What it imports has to be installed beside it: npm install minibatch there, and run npx minibatch`,
        cause,
      );
    }
    const places = [file, pathToFileURL(file).href].map(escaped).join("|");
    const line = new RegExp(`(?:${places}):(\\d+)`).exec(stack)?.[1];
    throw invalid(line === undefined ? name : `${name}, line ${line}`, message, cause);
  }
}

/** An experiment as if it had been read from a file: what JSON cannot say is no part of it. */
function experimentOf(made: object, name: string): Experiment | RecipeExperiment {
  const value: unknown = JSON.parse(JSON.stringify(made));
  const faults = experimentFaults(value);
  if (faults.length > 0) throw new CliError("INVALID_EXPERIMENT", faultsText(name, faults));
  return value as Experiment | RecipeExperiment;
}

function requireRecipe(recipe: Partial<Recipe>, name: string): asserts recipe is Recipe {
  const { dataset, schedule, createModel } = recipe;
  const wrong = [
    ["name", "a text", typeof recipe.name === "string" && recipe.name !== ""],
    ["title", "a text", typeof recipe.title === "string"],
    ["architecture", "the model in a line", typeof recipe.architecture === "string"],
    ["dataset", "a dataset with a load function", typeof dataset?.load === "function"],
    ["createModel", "a function of the seed", typeof createModel === "function"],
    ["schedule", "an object", typeof schedule === "object" && schedule !== null],
  ].find(([, , right]) => !right);
  if (wrong) throw invalid(name, `${wrong[0]} of the recipe must be ${wrong[1]}`);
  // The rest of an experiment is right, so that what is found is the schedule's.
  const around = { name: "recipe", data: { dataset: "mnist" }, model: { linear: {} } };
  const faults = experimentFaults(JSON.parse(JSON.stringify({ ...around, schedule })));
  if (faults.length > 0) throw new CliError("INVALID_EXPERIMENT", faultsText(name, faults));
}

/** tfjs' classes and backends are those of one copy: a model of another copy cannot be trained here. */
function modelOf(recipe: Recipe, seed: number, name: string): LayersModel {
  let model: LayersModel | undefined;
  let cause: unknown;
  try {
    model = recipe.createModel(seed);
  } catch (error) {
    if (!(error instanceof Error && /No backend found/i.test(error.message))) throw error;
    cause = error;
  }
  if (model instanceof LayersModel) return model;
  throw invalid(
    name,
    "createModel gives no model of the TensorFlow.js that this command computes with. Install the command beside it (npm install minibatch), and run npx minibatch",
    cause,
  );
}

function invalid(where: string, message: string, cause?: unknown): CliError {
  return new CliError("INVALID_EXPERIMENT", `${where}: ${message.replace(/\.$/, "")}.`, { cause });
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
