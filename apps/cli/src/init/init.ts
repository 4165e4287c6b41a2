import { existsSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { startBackend } from "@minibatch/backends";
import { closestName, type Dataset } from "@minibatch/datasets";
import {
  estimateTraining,
  type Experiment,
  type ExperimentData,
  experimentRecipe,
  experimentSchemaUrl,
  resolveSettings,
} from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import { errorCode } from "../exitCode.ts";
import { notWritable } from "../files/notWritable.ts";
import { movedTo } from "../experiment/experimentFile.ts";
import { seededData } from "../train/planExperiment.ts";
import type { Output } from "../Output.ts";
import { dataOf } from "../own/dataOf.ts";
import { suggestedExperiment } from "../own/suggestedExperiment.ts";
import { jsonText } from "../run/jsonText.ts";
import type { Session } from "../Session.ts";
import { roughDurationText } from "../terminal/numberText.ts";
import { createInterview, type Interview } from "./createInterview.ts";
import type { InitOptions } from "./InitOptions.ts";
import { spelledOut } from "./spelledOut.ts";

/** Writes an experiment file for one's own data: by the options, and by three questions to a person at a terminal. */
export async function init(
  argument: string | undefined,
  options: InitOptions,
  session: Session,
): Promise<Output> {
  const file = session.resolve(options.out);
  if (existsSync(file) && !options.force) throw fileExists(session.display(file));
  const interview = options.yes || options.json ? undefined : createInterview(session.io);
  try {
    const data = await dataFor(argument ?? options.data, options, interview, session);
    const folder = session.resolve(".");
    const { experiment, dataset, found } = await suggestedExperiment(data, folder, session);
    for (const line of found) session.status.print(line);
    const epochs = options.epochs ?? (await epochsFor(experiment, dataset, interview, session));
    const written: Experiment = {
      $schema: experimentSchemaUrl,
      ...movedTo({ ...experiment, data: spelledOut(data, dataset) }, folder, dirname(file)),
      schedule: { ...experiment.schedule, epochs, seed: options.seed ?? 1 },
    };
    write(file, written, options, session);
    const shown = session.display(file);
    return {
      json: { file: shown, found, experiment: written },
      text: () =>
        [
          `${shown} is written: change what you like; an editor completes it and says what each field is.`,
          "Try next:",
          `  ${session.colour.cyan(session.commandLine("train", shown, "--dry-run"))}`,
          `  ${session.colour.cyan(session.commandLine("train", shown))}`,
          "",
        ].join("\n"),
    };
  } finally {
    interview?.close();
  }
}

/** What to train on, and for a table what to predict. */
async function dataFor(
  given: string | undefined,
  options: InitOptions,
  interview: Interview | undefined,
  session: Session,
): Promise<ExperimentData> {
  const use = (path: string) => seededData(dataOf(path, options, session), options.seed);
  if (given === undefined && interview === undefined) {
    throw new CliError(
      "INVALID_USAGE",
      `Say what to train on, for example: ${session.commandLine("init", "./my-pictures")}\n` +
        `or: ${session.commandLine("init", "houses.csv", "--target", "price")}\nOn a terminal it asks.`,
    );
  }
  const data =
    given === undefined && interview
      ? await interview.ask("Train on which folder of pictures, or which table?", undefined, use)
      : use(given ?? "");
  if (!("table" in data) || data.target !== "") return data;
  const { readTable, suggestTarget } = await import("@minibatch/tables");
  const raw = await readTable(/^https?:/.test(data.table) ? data.table : session.resolve(data.table));
  const { columns } = raw;
  const likely = suggestTarget(raw);
  if (interview) {
    session.io.stderr.write(`Its columns: ${columns.join(", ")}\n`);
    const target = await interview.ask("Which one is to be predicted?", likely, (name) =>
      columnOf(name, columns),
    );
    return { ...data, target };
  }
  // Without a target, whoever opens the table says which ones there are.
  return options.yes ? { ...data, target: likely } : data;
}

function columnOf(name: string, columns: readonly string[]): string {
  if (columns.includes(name)) return name;
  const close = closestName(name, columns);
  throw new CliError(
    "INVALID_USAGE",
    `There is no column "${name}".${close === undefined ? "" : ` Is "${close}" meant?`}`,
  );
}

async function epochsFor(
  experiment: Experiment,
  dataset: Dataset,
  interview: Interview | undefined,
  { source }: Session,
): Promise<number> {
  const { epochs, earlyStopping } = experiment.schedule;
  if (!interview) return epochs;
  const recipe = experimentRecipe(experiment, dataset);
  await startBackend("auto");
  const { seconds } = await estimateTraining(recipe, resolveSettings(recipe, {}), source);
  const stops = earlyStopping === undefined ? "" : ", fewer when validation gets no better before";
  const question = `For how many epochs at most? ${epochs} take ${roughDurationText(seconds)}${stops}.`;
  return interview.ask(question, String(epochs), (answer) => {
    const value = Number(answer);
    if (Number.isSafeInteger(value) && value > 0) return value;
    throw new CliError("INVALID_USAGE", "It must be a whole number of at least 1.");
  });
}

/** In such a way that a file is never replaced that came in the meantime. */
function write(file: string, experiment: Experiment, { force }: InitOptions, session: Session): void {
  try {
    writeFileSync(file, jsonText(experiment), { flag: force ? "w" : "wx" });
  } catch (cause) {
    if (errorCode(cause) === "EEXIST") throw fileExists(session.display(file), cause);
    throw notWritable(session.display(file), cause);
  }
}

function fileExists(file: string, cause?: unknown): CliError {
  return new CliError(
    "FILE_EXISTS",
    `${file} is there already. Name another file with --out, or add --force to replace it.`,
    { cause },
  );
}
