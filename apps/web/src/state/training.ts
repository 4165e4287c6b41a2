import { type ReadonlySignal, signal } from "@preact/signals";
import type { Backend, BackendName } from "@minibatch/backends";
import type { LoadProgress } from "@minibatch/datasets";
import type { BatchEvent } from "@minibatch/training";
import { runs, type StoredRun } from "../storage/runs.ts";
import type { TrainEvent } from "../worker/commands/train.ts";
import { WorkerError } from "../worker/WorkerError.ts";
import { trainer } from "../worker/workers.ts";
import { addPoint, type CurvePoint, curveOfHistory } from "./curvePoints.ts";

/** A run as the page follows it. */
export interface Training {
  readonly run: StoredRun;
  readonly status: "starting" | "loading" | "running" | "testing" | "stopping" | "paused" | "done" | "failed";
  /** What it computes on, once that runs. */
  readonly backend?: Backend;
  /** How far the dataset has been loaded. */
  readonly load?: LoadProgress;
  /** Where training is. */
  readonly batch?: BatchEvent;
  /** Loss and accuracy on the way, between the epochs too. */
  readonly points: readonly CurvePoint[];
  /** Batches a second since training began, or went on. */
  readonly batchesPerSecond?: number;
  /** Why it failed. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** How long a worker may take to stop by itself, in milliseconds; after that it is ended, and the last checkpoint holds. */
const patience = 3000;

const current = signal<Training | undefined>(undefined);
let controller: AbortController | undefined;

/** The run that is being looked at; it goes on whatever page is shown. */
export const training: ReadonlySignal<Training | undefined> = current;

/** Whether a run is on its way. */
export function isActive({ status }: Training): boolean {
  return !["paused", "done", "failed"].includes(status);
}

/** Begins a run, or goes on with one from its last checkpoint; resolves when it ends, is paused or fails. */
export async function startTraining(run: StoredRun, backend: BackendName): Promise<void> {
  if (current.value && isActive(current.value)) return;
  const ending = new AbortController();
  controller = ending;
  current.value = { run, status: "starting", points: curveOfHistory(run.history) };
  let first: { readonly at: number; readonly batches: number } | undefined;
  const onEvent = (event: TrainEvent): void => {
    if (event.type === "batch") first ??= { at: performance.now(), batches: batchesDone(event) };
    follow(event, first);
  };
  try {
    const done = await trainer.get().call("train", { run, backend }, { signal: ending.signal, onEvent });
    change({ run: done, status: "done" });
  } catch (error) {
    const { id } = run;
    const stored = (await runs.get(id).catch(() => undefined)) ?? run;
    if (ending.signal.aborted) change({ run: stored, status: "paused" });
    else change({ run: stored, status: "failed", error: describe(error) });
  }
}

/** Stops after the batch that is being computed; a checkpoint of that moment is kept, to go on from. */
export function pauseTraining(): void {
  if (!current.value || !isActive(current.value)) return;
  const ending = controller;
  change({ status: "stopping" });
  ending?.abort();
  setTimeout(() => {
    if (controller === ending && current.value?.status === "stopping") trainer.end();
  }, patience);
}

/** Puts the run away; if it is not done it can still be gone on with. */
export function leaveTraining(): void {
  if (current.value && !isActive(current.value)) current.value = undefined;
}

/** Shows a run that was kept. */
export function showRun(run: StoredRun): void {
  if (current.value && isActive(current.value)) return;
  const status = run.status === "done" ? "done" : "paused";
  current.value = { run, status, points: curveOfHistory(run.history) };
}

function follow(
  event: TrainEvent,
  first: { readonly at: number; readonly batches: number } | undefined,
): void {
  const { status, points, run, batch } = current.value as Training;
  const next = (status: Training["status"]): Training["status"] =>
    current.value?.status === "stopping" ? "stopping" : status;
  if (event.type === "backend") change({ backend: event.backend });
  else if (event.type === "load") change({ status: next("loading"), load: event });
  else if (event.type === "start") {
    change({ status: next("running"), run: { ...run, trainSamples: event.trainSamples } });
  } else if (event.type === "batch") {
    const seconds = first ? (performance.now() - first.at) / 1000 : 0;
    const batches = first ? batchesDone(event) - first.batches : 0;
    change({
      status: next("running"),
      batch: event,
      points: addPoint(points, event, batch),
      ...(seconds > 0 && batches > 0 && { batchesPerSecond: batches / seconds }),
    });
  } else if (event.type === "epoch") {
    const history = Object.fromEntries(
      Object.entries(event.logs).map(([name, value]) => [name, [...(run.history[name] ?? []), value]]),
    );
    change({ status, run: { ...run, history: { loss: [], ...history } } });
  } else change({ status: next("testing") });
}

function batchesDone({ epoch, batch, batches }: BatchEvent): number {
  return (epoch - 1) * batches + batch;
}

function change(changes: Partial<Training>): void {
  if (current.value) current.value = { ...current.value, ...changes };
}

function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof WorkerError) return { code: error.code, message: error.message };
  return { code: "FAILED", message: error instanceof Error ? error.message : String(error) };
}
