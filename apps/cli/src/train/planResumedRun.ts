import { existsSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { BackendName } from "@minibatch/backends";
import { recipes, resolveSettings } from "@minibatch/recipes";
import { loadCheckpoint } from "@minibatch/training";
import { CliError } from "../CliError.ts";
import { reopenRun } from "./reopenRun.ts";
import type { DataRecord } from "../run/DataRecord.ts";
import { readRun } from "../run/readRun.ts";
import type { RunRecord } from "../run/RunRecord.ts";
import { runFiles } from "../run/runFiles.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/**
 * Plans to go on with a run: with its settings, from its checkpoint.
 *
 * @throws {CliError} `INVALID_USAGE` when an option contradicts the run, `RUN_FINISHED` when nothing is left to do,
 * `DATA_CHANGED` when data of one's own are others now
 * @throws {TrainingError} `CORRUPT_CHECKPOINT`
 */
export async function planResumedRun(
  name: string | undefined,
  options: TrainOptions & { readonly resume: string },
  session: Session,
): Promise<TrainPlan> {
  const folder = session.resolve(options.resume);
  const record = await readRun(folder);
  refuseContradictions(name, options, record, session);
  const epochs = options.epochs ?? record.settings.epochs;
  const done = record.result?.history.loss.length ?? epochs;
  const stopped = done < record.settings.epochs;
  if (record.status === "done" && (stopped || epochs === record.settings.epochs)) {
    throw new CliError(
      "RUN_FINISHED",
      `The run in ${session.display(folder)} is finished: ${done} of ${record.settings.epochs} epochs are done. ` +
        (stopped
          ? "Validation got no better. To train longer, start a new run without --early-stopping, or with a larger one."
          : `To train it further, give more: --epochs ${epochs * 2}.`),
    );
  }
  const file = runFiles(folder).checkpoint;
  const checkpoint = existsSync(file) ? await loadCheckpoint(file) : undefined;
  const opened = await openRun(record, folder, session);
  requireSameData(opened, record, session.display(folder));
  return {
    ...opened,
    // Filled up: a run of before a setting came has none.
    settings: resolveSettings(opened.recipe, { ...record.settings, epochs }),
    // Written by startBackend, which also checks what it is given.
    backend: record.backend as BackendName,
    out: undefined,
    resumed: { folder, checkpoint },
  };
}

/** The recipe of a run: one of the list, or the experiment that its folder holds. */
async function openRun(
  { recipe }: RunRecord,
  folder: string,
  session: Session,
): Promise<Pick<TrainPlan, "recipe" | "own" | "module" | "start">> {
  const known = recipes.some(({ name }) => name === recipe);
  return reopenRun(folder, known ? recipe : undefined, session);
}

/** A run that goes on with other rows, or with other inputs made of them, would be neither the one nor the other. */
function requireSameData({ own }: Pick<TrainPlan, "own">, { data }: RunRecord, run: string): void {
  const about = own?.about;
  if (!about || !data || isDeepStrictEqual(heldIn(about), heldIn(data))) return;
  throw new CliError(
    "DATA_CHANGED",
    `${about.title} has changed since ${run} was begun, and a run ends on the data that it began with. ` +
      "Bring them back as they were, or train anew.",
  );
}

/** What tells data from others; not how another version of minibatch would put it. */
function heldIn(data: DataRecord): unknown {
  if (data.kind === "pictures") return [data.counts, data.leftOut.map(({ file }) => file)];
  const columns = data.columns.map(({ name, kind, missing, distinct }) => [name, kind, missing, distinct]);
  return [data.target, columns, data.testRows];
}

function refuseContradictions(
  name: string | undefined,
  options: TrainOptions & { readonly resume: string },
  { recipe, settings, backend }: RunRecord,
  session: Session,
): void {
  type Value = string | number | boolean;
  const pairs: readonly (readonly [string, Value | undefined, Value | null])[] = [
    ["the recipe", name, recipe],
    ["--batch-size", options.batchSize, settings.batchSize],
    ["--learning-rate", options.learningRate, settings.learningRate],
    ["--optimizer", options.optimizer, settings.optimizer],
    ["--momentum", options.momentum, settings.momentum],
    ["--nesterov", options.nesterov, settings.nesterov ?? false],
    ["--weight-decay", options.weightDecay, settings.weightDecay],
    ["--seed", options.seed, settings.seed],
    ["--limit", options.limit, settings.limit],
    ["--validation-split", options.validationSplit, settings.validationSplit],
    ["--early-stopping", options.earlyStopping, settings.earlyStopping],
    ["--backend", options.backend === "auto" ? undefined : options.backend, backend],
    ["--out", options.out && session.resolve(options.out), session.resolve(options.resume)],
  ];
  const wrong = pairs.find(([, given, recorded]) => given !== undefined && given !== recorded);
  if (wrong) {
    throw new CliError(
      "INVALID_USAGE",
      `A resumed run keeps its settings, but ${wrong[0]} is ${wrong[1]} and the run has ${wrong[2] ?? "none"}. ` +
        "Leave it out, or start a new run without --resume.",
    );
  }
  if (options.epochs !== undefined && options.epochs < settings.epochs) {
    throw new CliError(
      "INVALID_USAGE",
      `A resumed run can get more epochs but not fewer: --epochs is ${options.epochs} and the run has ` +
        `${settings.epochs}. Leave it out, or start a new run without --resume.`,
    );
  }
}
