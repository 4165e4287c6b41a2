import { findDataset } from "@minibatch/datasets";
import { findRecipe, type ResolvedSettings, resolveSettings } from "@minibatch/recipes";
import { historyToCsv } from "@minibatch/training";
import { version_core as tfjs } from "@tensorflow/tfjs-core";
import { zipSync } from "fflate";
import { modelFiles, models } from "../../storage/models.ts";
import { checkpoints, runs, type StoredRun } from "../../storage/runs.ts";
import type { Command } from "../Command.ts";
import type { ConfusionRecord, RunRecord } from "../RunRecord.ts";
import { WorkerError } from "../WorkerError.ts";

/** A file to save. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Packs a run and its model into a zip, with the files and names that the command's run folders have: unpacked, the command
 * evaluates it, predicts with it, or goes on with it.
 */
export const packRun: Command<{ readonly id: string }, PackedFile> = async ({ id }) => {
  const [run, model, weights, checkpoint] = await Promise.all([
    runs.get(id),
    models.get(id),
    modelFiles.get(id),
    checkpoints.get(id),
  ]);
  const name = run?.recipe ?? model?.name;
  if (name === undefined) throw new WorkerError("NOT_FOUND", "This browser no longer keeps it.");
  const files: Record<string, Uint8Array> = Object.fromEntries(weights ?? []);
  if (run) Object.assign(files, runFiles(run));
  if (checkpoint) files["checkpoint/latest.safetensors"] = checkpoint;
  // Weights are noise to a packer: as they are, it takes no time.
  return { name: `${name}.zip`, bytes: zipSync(files, { level: 0 }) };
};

function runFiles(run: StoredRun): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = { "run.json": jsonBytes(recordOf(run)) };
  if (run.history.loss.length > 0) {
    files["history.csv"] = new TextEncoder().encode(historyToCsv(run.history));
  }
  const matrix = run.result?.confusionMatrix;
  if (matrix) {
    const classNames = run.result?.classNames ?? findDataset(run.dataset).classNames;
    files["confusion-matrix.json"] = jsonBytes({ classNames, matrix } satisfies ConfusionRecord);
  }
  const { own, test } = run;
  if (test?.samples) files["samples.json"] = jsonBytes(test.samples);
  if (test?.predictions) files["predictions.json"] = jsonBytes(test.predictions);
  if (own?.experiment !== undefined) files["experiment.json"] = jsonBytes(own.experiment);
  return files;
}

function recordOf(run: StoredRun): RunRecord {
  const { name, recipe, dataset, backend, device, status, history, result, own } = run;
  const settings = result?.settings ?? settingsOf(run);
  const { confusionMatrix: _, classNames: __, ...figures } = result ?? {};
  return {
    format: 1,
    status,
    ...(name !== undefined && { name }),
    recipe,
    dataset,
    backend,
    machine: { device, cpu: "", cores: navigator.hardwareConcurrency },
    settings,
    versions: { "@tensorflow/tfjs-core": tfjs },
    ...(own?.data && { data: own.data }),
    ...(own?.points && { points: own.points }),
    ...(result && {
      result: {
        task: result.test.mae === undefined ? "classification" : "regression",
        recipe,
        dataset,
        backend,
        seed: settings.seed,
        epochs: settings.epochs,
        history,
        out: ".",
        ...(figures as typeof result),
      },
    }),
  };
}

/** A run of the command says all of its settings; one of this app what it changed about the recipe. */
function settingsOf({ recipe, settings, own }: StoredRun): ResolvedSettings {
  return own ? (settings as ResolvedSettings) : resolveSettings(findRecipe(recipe), settings);
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
