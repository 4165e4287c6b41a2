import type { ResolvedSettings } from "@minibatch/recipes";
import type { History } from "@minibatch/training";
import type { OwnData } from "../storage/ownRun.ts";
import type { RunResult } from "../storage/runs.ts";
import type { PlaneSource } from "../storage/PlaneSource.ts";
import { WorkerError } from "./WorkerError.ts";

/** What the `run.json` of the command holds; here and there a run is saved and opened with it. */
export interface RunRecord {
  /** The layout of this file. */
  readonly format: 1;
  readonly status: "running" | "interrupted" | "failed" | "done";
  /** What a person called it in this app; the command does without. */
  readonly name?: string;
  readonly recipe: string;
  readonly dataset: string;
  readonly backend: string;
  readonly machine?: { readonly device: string; readonly cpu: string; readonly cores: number };
  readonly settings: ResolvedSettings;
  readonly versions: Readonly<Record<string, string>>;
  /** What is in data of one's own. */
  readonly data?: OwnData;
  /** The points that it learned from, where they are those of a plane; the command finds them in the experiment. */
  readonly points?: PlaneSource;
  /** Once it is done. */
  readonly result?: Omit<RunResult, "confusionMatrix" | "classNames"> & {
    readonly task: "classification" | "regression";
    readonly recipe: string;
    readonly dataset: string;
    readonly backend: string;
    readonly seed: number;
    readonly epochs: number;
    readonly history: History;
    readonly out: string;
  };
}

/** What `confusion-matrix.json` holds. */
export interface ConfusionRecord {
  readonly classNames: readonly string[];
  /** Counts `[actual][predicted]`. */
  readonly matrix: readonly (readonly number[])[];
}

/**
 * Reads a `run.json`.
 *
 * @throws {WorkerError} `DAMAGED_RECORD`
 */
export function parseRunRecord(bytes: Uint8Array): RunRecord {
  const record = parseJson(bytes) as Partial<RunRecord> | undefined;
  if (
    record?.format === 1 &&
    typeof record.recipe === "string" &&
    typeof record.settings?.epochs === "number"
  ) {
    return record as RunRecord;
  }
  throw new WorkerError("DAMAGED_RECORD", "run.json is damaged, or of another version of minibatch.", [
    "run.json",
  ]);
}

/** The value in a JSON file; `undefined` when it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
