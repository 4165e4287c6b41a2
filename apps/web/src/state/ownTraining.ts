import { type ReadonlySignal, signal } from "@preact/signals";
import type { BatchEvent, History } from "@minibatch/training";
import { type Failure, failureOf } from "../worker/Failure.ts";
import { persistStorage } from "../storage/persistStorage.ts";
import type { TrainedOwn, TrainOwnEvent } from "../worker/commands/trainOwn.ts";
import type { OwnSource } from "../worker/own/OwnSource.ts";
import { ownTrainer } from "../worker/workers.ts";
import { copiedHistory, grownHistory } from "./grownHistory.ts";
import { addPoint, type CurvePoint } from "./curvePoints.ts";

/** A run on data of one's own, as the page follows it. */
export interface OwnTraining {
  readonly kind: OwnSource["kind"];
  /** What the page had when it began: as long as it has the same, the result is of what one sees. */
  readonly data: unknown;
  readonly status: "looking" | "training" | "testing" | "comparing" | "stopped" | "done" | "failed";
  /** Of looking through pictures, 0 to 1. */
  readonly looked?: number;
  readonly epochs?: number;
  readonly trainSamples?: number;
  readonly batch?: BatchEvent;
  readonly points: readonly CurvePoint[];
  readonly history: History;
  /** Once it is done. */
  readonly trained?: TrainedOwn;
  readonly failure?: Failure;
}

const current = signal<OwnTraining | undefined>(undefined);
let controller = new AbortController();

/** The run on data of one's own; it goes on whatever page is shown. */
export const ownTraining: ReadonlySignal<OwnTraining | undefined> = current;

/** Whether a run on data of one's own is on its way. */
export function isTrainingOwn(training: OwnTraining | undefined): boolean {
  return training !== undefined && !["stopped", "done", "failed"].includes(training.status);
}

/**
 * Trains on data of one's own; one run at a time.
 *
 * @param data the state of the page that the source is made of
 */
export async function startOwnTraining(source: OwnSource, data: unknown): Promise<void> {
  if (isTrainingOwn(current.value)) return;
  void persistStorage();
  controller = new AbortController();
  const { signal } = controller;
  const history = copiedHistory({ loss: [] });
  current.value = { kind: source.kind, data, status: "looking", points: [], history };
  const id = `${source.kind === "table" ? source.name : "pictures"}-${Date.now().toString(36)}`;
  try {
    const trained = await ownTrainer.get().call("trainOwn", { id, source }, { signal, onEvent: apply });
    change({ status: "done", trained });
  } catch (error) {
    if (signal.aborted) change({ status: "stopped" });
    else change({ status: "failed", failure: failureOf(error) });
  }
}

/** Ends the run after the batch that is being computed; nothing of it is kept. */
export function stopOwnTraining(): void {
  controller.abort();
}

function apply(event: TrainOwnEvent): void {
  if (!current.value) return;
  const { points, batch, history } = current.value;
  if (event.type === "look") change({ looked: event.done / event.total });
  else if (event.type === "start") {
    change({ status: "training", epochs: event.epochs, trainSamples: event.trainSamples });
  } else if (event.type === "batch") change({ batch: event, points: addPoint(points, event, batch) });
  else if (event.type === "epochs") change({ history: grownHistory(history, event.epochs) });
  else if (event.type === "test") change({ status: "testing" });
  else if (event.type === "beside") change({ status: "comparing" });
}

function change(changes: Partial<OwnTraining>): void {
  if (current.value) current.value = { ...current.value, ...changes };
}
