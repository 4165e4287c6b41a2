import type { PublishedResult, ResolvedSettings } from "@minibatch/recipes";
import type { History } from "@minibatch/training";

/** What `train --json` prints. */
export interface TrainResult {
  readonly recipe: string;
  readonly dataset: string;
  readonly backend: string;
  readonly parameters: number;
  readonly seed: number;
  readonly epochs: number;
  readonly settings: ResolvedSettings;
  readonly samples: { readonly train: number; readonly validation: number; readonly test: number };
  readonly history: History;
  readonly test: { readonly loss: number; readonly accuracy: number };
  readonly published: PublishedResult;
  readonly samplesPerSecond: number;
  readonly seconds: number;
  readonly out: string;
}

/** What `run.json` holds: enough to resume the run, and in the end its result. */
export interface RunRecord {
  /** The layout of this file. */
  readonly format: 1;
  /** A run that was killed stays `running`; all but `done` can be resumed. */
  readonly status: "running" | "interrupted" | "failed" | "done";
  readonly recipe: string;
  readonly dataset: string;
  readonly backend: string;
  readonly settings: ResolvedSettings;
  readonly versions: Readonly<Record<string, string>>;
  /** Once it is done. */
  readonly result?: TrainResult;
}
