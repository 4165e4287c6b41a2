import type { Backend } from "@minibatch/backends";
import type { LoadProgress } from "@minibatch/datasets";
import type { BatchEvent } from "@minibatch/training";
import type { Failure } from "../worker/Failure.ts";
import type { StoredRun } from "../storage/runs.ts";
import type { CurvePoint } from "./curvePoints.ts";

/** A run as the page follows it. */
export interface FollowedRun {
  readonly run: StoredRun;
  readonly status: TrainingStatus;
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
  /** Whether another tab trains it: this one looks on, and can ask that one to end it. */
  readonly elsewhere?: boolean;
  /** Why it failed. */
  readonly error?: Failure;
}

/** Where a run is. `stopping` lasts until the worker has written the checkpoint. */
export type TrainingStatus =
  | "starting"
  | "loading"
  | "running"
  | "testing"
  | "stopping"
  | "paused"
  | "done"
  | "failed";
