import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Dataset, datasets } from "@minibatch/datasets";
import type { Preparation } from "@minibatch/images";
import type { ModelMetadata } from "@minibatch/models";
import type { TableEncoding } from "@minibatch/tables";
import { CliError } from "../CliError.ts";
import { experimentFile } from "../experiment/experimentFile.ts";
import { reopenRun } from "../train/reopenRun.ts";
import type { Session } from "../Session.ts";
import type { TrainPlan } from "../train/TrainPlan.ts";

/**
 * The test set for a model of one's own data: that of its run, or other data that are prepared as those were.
 *
 * @param run the run folder or model, as it was typed
 * @param data other pictures or another table, as it was typed
 * @returns nothing for a model of a built-in dataset
 * @throws {CliError} `INVALID_USAGE`; `DATA_CHANGED` when those of the run would be prepared otherwise now
 * @throws what reading tables and pictures throws
 */
export async function ownTestSet(
  run: string,
  data: string | undefined,
  { preparation, classNames = [], dataset: trainedOn }: ModelMetadata,
  session: Session,
): Promise<Dataset | undefined> {
  const kind = preparation?.["kind"];
  if (data === undefined) {
    const folder = session.resolve(run);
    const isBuiltIn = kind === undefined && datasets.some(({ name }) => name === trainedOn);
    if (isBuiltIn || !existsSync(experimentFile(folder))) return undefined;
    const { recipe, own } = await reopenRun(folder, undefined, session).catch((error: unknown) => {
      throw isMissingData(error) ? dataToName(run, kind, error, session) : error;
    });
    requireSamePreparation(recipe.dataset, preparation, run, own, session);
    return recipe.dataset;
  }
  if (!/^https?:\/\//.test(data) && !existsSync(session.resolve(data))) {
    throw new CliError("INVALID_USAGE", `There is no file or folder ${data}.`);
  }
  if (/\.npz$/i.test(data)) {
    throw new CliError(
      "INVALID_USAGE",
      `${data} holds arrays, and evaluate takes ${kind === "picture" ? "a folder of pictures" : "a table"}: name that, or train on the arrays, whose test part is measured.`,
    );
  }
  if (kind === "table") return otherTable(data, preparation?.["encoding"] as TableEncoding, session);
  if (kind === "picture") {
    return otherPictures(data, preparation as unknown as Preparation, classNames, session);
  }
  throw new CliError(
    "INVALID_USAGE",
    `The model was not trained on data of your own, so it cannot say how ${data} is prepared. Name a dataset with --dataset.`,
  );
}

/** Whether the data of a run are not where it says, as those of one that the web app saved never are. */
function isMissingData(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === "NOT_FOUND";
}

function dataToName(run: string, kind: unknown, cause: Error, session: Session): CliError {
  const data = kind === "picture" ? "./my-pictures" : "my-table.csv";
  return new CliError(
    "INVALID_USAGE",
    `${cause.message.replace(/\.$/, "")}. Say where the data of this run are now: ${session.commandLine("evaluate", run, data)}`,
    { cause },
  );
}

/** What is prepared otherwise than in training is another input to the model, and its answers mean nothing. */
function requireSamePreparation(
  { title, preparation }: Dataset,
  ofModel: ModelMetadata["preparation"],
  run: string,
  own: TrainPlan["own"],
  session: Session,
): void {
  // As the file of the model has it, where what is undefined is not there.
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(preparation ?? null)), ofModel ?? null)) return;
  const data = own && "data" in own.experiment ? own.experiment.data : undefined;
  const path = data && ("table" in data ? data.table : "pictures" in data ? data.pictures : undefined);
  const command =
    path && session.commandLine("evaluate", run, session.display(resolve(own?.folder ?? "", path)));
  throw new CliError(
    "DATA_CHANGED",
    `${title} has changed since ${run} was trained on it, and would be prepared otherwise now. ` +
      (command
        ? `Measure the model on all that is there, prepared as in training: ${command}`
        : "Bring it back as it was, or train anew."),
  );
}

async function otherTable(data: string, encoding: TableEncoding, session: Session): Promise<Dataset> {
  const { testTable } = await import("@minibatch/tables");
  const dataset = await testTable(/^https?:\/\//.test(data) ? data : session.resolve(data), encoding);
  for (const { column, value, reason } of dataset.problems) {
    const what = reason === "unknown" ? "was not there in training" : "cannot be read and counts as missing";
    session.status.print(`"${value}" in ${column} ${what}`);
  }
  if (dataset.missingTargets > 0) {
    session.status.print(`${dataset.missingTargets} rows have no "${dataset.targetName}" and are left out`);
  }
  return dataset;
}

async function otherPictures(
  data: string,
  { height, width, channels, fit }: Preparation,
  known: readonly string[],
  session: Session,
): Promise<Dataset> {
  const { imageFolder } = await import("@minibatch/images");
  const dataset = await imageFolder(session.resolve(data), {
    imageSize: [height, width],
    grey: channels === 1,
    fit,
    testSplit: 1,
    validationSplit: 0,
    ...(session.source.cache && { cache: session.source.cache }),
    signal: session.source.signal,
  });
  for (const { file, message } of dataset.leftOut) session.status.print(`left out: ${file} ${message}`);
  return withClasses(dataset, known, data);
}

/** Other pictures with the classes of the model: a folder may lack some of them, and its own have other numbers. */
function withClasses(dataset: Dataset, known: readonly string[], data: string): Dataset {
  const unknown = dataset.classNames.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new CliError(
      "MODEL_MISMATCH",
      `${data} has pictures of ${unknown.join(", ")}, and the model tells ${known.join(", ")} apart. Call the folders as those of training were.`,
    );
  }
  const numbers = dataset.classNames.map((name) => known.indexOf(name));
  return {
    ...dataset,
    classNames: known,
    async load(options) {
      const { train, test } = await dataset.load(options);
      const labels = Uint8Array.from(test.y.data, (label) => numbers[label] as number);
      return { train, test: { ...test, y: { ...test.y, data: labels } } };
    },
  };
}
