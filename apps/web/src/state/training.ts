import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { BackendName } from "@minibatch/backends";
import type { BatchEvent } from "@minibatch/training";
import { failureOf } from "../worker/Failure.ts";
import { persistStorage } from "../storage/persistStorage.ts";
import { runs, type StoredRun } from "../storage/runs.ts";
import type { TrainEvent, TrainInput } from "../worker/commands/train.ts";
import { trainer } from "../worker/workers.ts";
import { addPoint, curveOfHistory } from "./curvePoints.ts";
import type { FollowedRun } from "./FollowedRun.ts";
import { copiedHistory, grownHistory } from "./grownHistory.ts";
import { isOnItsWay } from "./isOnItsWay.ts";
import { isPutAway } from "./putAway.ts";
import { isElsewhere, withRun } from "./runLock.ts";
import {
  announceTraining,
  answerTabs,
  endElsewhere,
  hearOfTraining,
  tellTraining,
  watchTraining,
} from "./sharedTraining.ts";

/** How long a worker may take to stop by itself, in milliseconds; after that it is ended, and the last checkpoint holds. */
const patience = 3000;

const current = signal<FollowedRun | undefined>(undefined);
let controller: AbortController | undefined;
let stopWatching: (() => void) | undefined;

/** The run that is being looked at; it goes on whatever page is shown. */
export const training: ReadonlySignal<FollowedRun | undefined> = current;

/** Whether there is such a run, and whether it is on its way: for what need not be drawn again at every batch. */
export const trainingActivity: ReadonlySignal<"none" | "active" | "ended"> = computed(() => {
  if (!current.value) return "none";
  return isActive(current.value) ? "active" : "ended";
});

/** Whether a run is on its way, in this tab. */
export function isActive(training: FollowedRun): boolean {
  return training.elsewhere !== true && isOnItsWay(training);
}

answerTabs({
  ours: () => (current.value && isActive(current.value) ? current.value : undefined),
  end: (how) => void (how === "stop" ? stopTraining() : pauseTraining()),
});
hearOfTraining((training) => {
  const shown = current.peek();
  // Another tab has gone on with what is paused here.
  if (shown?.run.id === training.run.id && !isOnItsWay(shown) && isOnItsWay(training)) watch(shown.run);
});
effect(() => {
  if (current.value && !current.value.elsewhere) tellTraining(current.value);
});

/** Begins a run, or goes on with one from its last checkpoint; resolves when it ends, is paused or fails. */
export function startTraining(run: StoredRun, backend: BackendName): Promise<void> {
  void persistStorage();
  return follow(run, backend, false);
}

async function follow(run: StoredRun, backend: BackendName, finish: boolean): Promise<void> {
  if (current.value && isActive(current.value)) return;
  stopWatching?.();
  const { points = curveOfHistory(run.history) } = current.value?.run.id === run.id ? current.value : {};
  current.value = { run: { ...run, history: copiedHistory(run.history) }, status: "starting", points };
  // It can be paused before it is sure that no other tab has it.
  const ending = new AbortController();
  controller = ending;
  const isOurs = await withRun(run.id, () => {
    if (current.value) announceTraining(current.value);
    return train({ run, backend, finish }, ending.signal);
  });
  if (!isOurs) watch(run);
}

async function train(input: TrainInput, signal: AbortSignal): Promise<void> {
  const { run } = input;
  let first: { readonly at: number; readonly batches: number } | undefined;
  const onEvent = (event: TrainEvent): void => {
    if (event.type === "batch") first ??= { at: performance.now(), batches: batchesDone(event) };
    apply(event, first);
  };
  try {
    const done = await trainer.get().call("train", input, { signal, onEvent });
    change({ run: done, status: "done" });
  } catch (error) {
    const { id } = run;
    const stored = (await runs.get(id).catch(() => undefined)) ?? run;
    if (signal.aborted) change({ run: stored, status: "paused" });
    else {
      change({ run: stored, status: "failed", error: failureOf(error) });
      // A backend that broke stays broken: the next try has a new one.
      trainer.end();
    }
  }
}

/**
 * Stops after the batch that is being computed, keeps what was learned as a model, and measures it on the test set; a run of another tab
 * by asking that one.
 */
export async function stopTraining(): Promise<void> {
  if (current.value?.elsewhere) return endElsewhere(current.value.run.id, "stop");
  await pauseTraining();
  const { run, status } = current.value ?? {};
  if (status === "paused" && run?.backend) await follow(run, run.backend as BackendName, true);
}

/**
 * Stops after the batch that is being computed; a checkpoint of that moment is kept, to go on from. A run of another tab is stopped by
 * asking that one.
 *
 * @returns once the worker of this tab has stopped
 */
export async function pauseTraining(): Promise<void> {
  if (current.value?.elsewhere) return endElsewhere(current.value.run.id, "pause");
  if (!current.value || !isActive(current.value)) return;
  const ending = controller;
  change({ status: "stopping" });
  ending?.abort();
  setTimeout(() => {
    if (controller === ending && current.value?.status === "stopping") trainer.end();
  }, patience);
  await new Promise<void>((resolve) => {
    const unsubscribe = current.subscribe((training) => {
      if (training && isActive(training)) return;
      resolve();
      queueMicrotask(() => unsubscribe());
    });
  });
}

/** Shows the last run if it did not come to its end, as when the page was closed or reloaded meanwhile. */
export async function showUnfinishedRun(): Promise<void> {
  const all = (await runs.list().catch(() => [])).filter(({ id }) => !isPutAway(id));
  const last = all.reduce<StoredRun | undefined>(
    (last, run) => (last && last.created > run.created ? last : run),
    undefined,
  );
  const unfinished = last?.status === "running" || last?.status === "interrupted";
  if (last && unfinished && !current.value) showRun(last);
}

/** Looks on while another tab trains a run; when that leaves it, it is here as it was kept. */
function watch(run: StoredRun): void {
  stopWatching?.();
  current.value = { run, status: "running", points: curveOfHistory(run.history), elsewhere: true };
  stopWatching = watchTraining(
    run.id,
    (training) => (current.value = { ...training, elsewhere: true }),
    // Stopped for good it is trained no more, but measured: that tab may have taken it up again.
    () => void runs.get(run.id).then((stored) => showRun(stored ?? run)),
  );
}

/** Puts the run away; if it is not done it can still be gone on with. */
export function leaveTraining(): void {
  if (!current.value || isActive(current.value)) return;
  stopWatching?.();
  current.value = undefined;
}

/** Shows a run that was kept. */
export function showRun(run: StoredRun): void {
  if (current.value && isActive(current.value)) return;
  stopWatching?.();
  show(run);
  if (run.status === "done") return;
  void isElsewhere(run.id).then((held) => {
    if (held && current.value?.run === run && !isActive(current.value)) watch(run);
  });
}

/** Has the run that is shown be called what it was renamed to; else it would take its old name along when it goes on. */
export function renameShown(id: string, name: string): void {
  if (current.value?.run.id === id) change({ run: { ...current.value.run, name } });
}

function show(run: StoredRun): void {
  const status = run.status === "done" ? "done" : "paused";
  current.value = { run, status, points: curveOfHistory(run.history) };
}

function apply(
  event: TrainEvent,
  first: { readonly at: number; readonly batches: number } | undefined,
): void {
  const { status, points, run, batch } = current.value as FollowedRun;
  const next = (status: FollowedRun["status"]): FollowedRun["status"] =>
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
  } else if (event.type === "epochs") {
    change({ status, run: { ...run, history: grownHistory(run.history, event.epochs) } });
  } else if (event.type === "test") change({ status: next("testing") });
}

function batchesDone({ epoch, batch, batches }: BatchEvent): number {
  return (epoch - 1) * batches + batch;
}

function change(changes: Partial<FollowedRun>): void {
  if (current.value) current.value = { ...current.value, ...changes };
}
