import { decodeModel } from "@minibatch/models";
import type { Experiment } from "@minibatch/recipes";
import { type Checkpoint, decodeCheckpoint, type History } from "@minibatch/training";
import { modelFiles, models, type StoredModel } from "../../storage/models.ts";
import { checkpoints, runs, type StoredRun } from "../../storage/runs.ts";
import type { PlaneSource } from "../../storage/PlaneSource.ts";
import { planeSource } from "../build/planeSource.ts";
import { checkedHistory } from "../checkedHistory.ts";
import { checkedTest, checkPoints } from "../checkedOwn.ts";
import { checkedRun, isOwnRun } from "../checkedRun.ts";
import type { Command } from "../Command.ts";
import { type ConfusionRecord, parseJson, parseRunRecord, type RunRecord } from "../RunRecord.ts";
import { kerasToTfjs } from "../kerasToTfjs.ts";
import { type ChosenFile, type SavedFiles, savedFiles } from "../savedFiles.ts";
import { shapeOf } from "../shapeOf.ts";
import { startChosenBackend } from "../startChosenBackend.ts";
import { WorkerError } from "../WorkerError.ts";

/** What was found among files, and is now kept in the browser. */
export interface OpenedFiles {
  readonly run?: StoredRun;
  readonly model?: StoredModel;
}

/**
 * Opens what was saved here, by the command or by Keras: a run with its model, a run that was interrupted, or a model alone. Everything is
 * read and checked before any of it is kept.
 */
export const openFiles: Command<{ readonly files: readonly ChosenFile[] }, OpenedFiles> = async ({
  files: chosen,
}) => {
  const saved = savedFiles(await kerasToTfjs(chosen));
  const { files } = saved;
  const created = Date.now();
  const id = `opened-${created.toString(36)}`;
  const runFile = files.get("run.json");
  const confusion = jsonOf(saved, "confusion-matrix.json") as ConfusionRecord | undefined;
  const record = runFile && checkedRun(parseRunRecord(runFile), confusion, files.has("experiment.json"));
  const checkpoint = files.get("checkpoint/latest.safetensors");
  const run = record && (await runOf(record, confusion, saved, { id, created }));
  const model = files.has("model.json") ? await modelOf(saved, record, { id, created }) : undefined;
  if (run) {
    await runs.put(id, run);
    if (checkpoint && run.status !== "done") await checkpoints.put(id, checkpoint);
  }
  if (model) {
    await modelFiles.put(id, modelFilesOf(saved));
    await models.put(id, model);
  }
  return { ...(run && { run }), ...(model && { model }) };
};

interface Identity {
  readonly id: string;
  readonly created: number;
}

async function runOf(
  record: RunRecord,
  confusion: ConfusionRecord | undefined,
  saved: SavedFiles,
  identity: Identity,
): Promise<StoredRun> {
  const { files } = saved;
  const { name, recipe, dataset, backend, machine, settings, status, result } = record;
  const bytes = files.get("checkpoint/latest.safetensors");
  const checkpoint = bytes && status !== "done" ? await decodeCheckpoint(bytes) : undefined;
  return {
    ...identity,
    ...(name !== undefined && { name }),
    status: status === "running" ? "interrupted" : status,
    recipe,
    dataset,
    // A browser has no native TensorFlow: another backend goes on.
    backend: backend === "node" ? "" : backend,
    device: machine?.device ?? "",
    settings,
    history: result?.history ?? (checkpoint ? checkpointHistory(checkpoint) : { loss: [] }),
    trainSamples: result?.samples.train ?? checkpoint?.setup.trainRows ?? 0,
    ...(result && {
      result: {
        ...result,
        ...(confusion && { confusionMatrix: confusion.matrix, classNames: confusion.classNames }),
      },
    }),
    ...ownOf(record, saved),
  };
}

/** What the command left that a run of this app does not have. */
function ownOf(record: RunRecord, saved: SavedFiles): Pick<StoredRun, "own" | "test"> {
  const { data } = record;
  const experiment = jsonOf(saved, "experiment.json");
  const own = isOwnRun(record, experiment !== undefined);
  try {
    const points = record.points ?? pointsOf(experiment);
    const test = checkedTest({
      samples: jsonOf(saved, "samples.json"),
      predictions: jsonOf(saved, "predictions.json"),
    });
    return {
      ...(own && {
        own: {
          ...(data && { data }),
          ...(points && { points }),
          ...(experiment !== undefined && { experiment }),
        },
      }),
      ...(test && { test }),
    };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new WorkerError("INVALID_RUN", `The run is damaged, or was changed: ${cause.message}.`, [
      cause.message,
    ]);
  }
}

/** The points of an experiment on points of the plane: the command writes them nowhere else. */
function pointsOf(experiment: unknown): PlaneSource | undefined {
  const { data } = (experiment ?? {}) as Partial<Experiment>;
  if (!data || !("points" in data)) return undefined;
  const points = planeSource(data);
  checkPoints(points);
  return points;
}

function checkpointHistory({ history }: Checkpoint): History {
  try {
    return checkedHistory(history, "history");
  } catch (error) {
    const { message } = error as Error;
    throw new WorkerError("CHANGED_CHECKPOINT", `The checkpoint was changed: ${message}.`, [message]);
  }
}

function jsonOf({ files }: SavedFiles, name: string): unknown {
  const bytes = files.get(name);
  if (!bytes) return undefined;
  const content = parseJson(bytes);
  if (content) return content;
  throw new WorkerError("DAMAGED_FILE", `${name} is damaged: save or copy the run again.`, [name]);
}

async function modelOf(
  saved: SavedFiles,
  record: RunRecord | undefined,
  identity: Identity,
): Promise<StoredModel> {
  // Making a model of the files is the check of them; it needs something to compute with.
  await startChosenBackend("cpu");
  const { model, metadata } = await decodeModel(modelFilesOf(saved));
  const parameters = model.countParams();
  const shape = shapeOf(model);
  model.dispose();
  const { accuracy } = record?.result?.test ?? {};
  return {
    ...identity,
    name: record?.name ?? record?.recipe ?? saved.name,
    metadata,
    parameters,
    ...(shape && { shape }),
    ...(accuracy !== undefined && { accuracy }),
  };
}

/** The model among the files of a run: `model.json`, and the weights that lie beside it. */
function modelFilesOf({ files }: SavedFiles): ReadonlyMap<string, Uint8Array<ArrayBuffer>> {
  return new Map([...files].filter(([path]) => path === "model.json" || /^[^/]+\.bin$/.test(path)));
}
