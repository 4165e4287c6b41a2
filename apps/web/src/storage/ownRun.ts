import type { RunSamples } from "@minibatch/recipes";
import type { PlaneSource } from "./PlaneSource.ts";

/** What a run on data of one's own has beside any other. The data are not in this browser; this is what the command found in them. */
export interface OwnRun {
  /** What is in the data; not in run folders of before it was written, nor of experiments on built-in datasets. */
  readonly data?: OwnData;
  /** The points that it learned from, where they are those of a plane. */
  readonly points?: PlaneSource;
  /** The experiment that made it, as its file says: to be saved again. */
  readonly experiment?: unknown;
}

/** What is in data of one's own, as `run.json` has it, and what was left out and why. */
export type OwnData = OwnPictures | OwnTable;

/** Of a folder of pictures. */
export interface OwnPictures {
  readonly kind: "pictures";
  readonly title: string;
  readonly counts: readonly {
    readonly className: string;
    readonly train: number;
    readonly validation: number;
    readonly test: number;
  }[];
  readonly leftOut: readonly { readonly file: string; readonly reason: string; readonly message: string }[];
}

/** Of a table. */
export interface OwnTable {
  readonly kind: "table";
  readonly title: string;
  /** The column that is predicted. */
  readonly target: string;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: string;
    readonly missing: number;
    readonly distinct: number;
    /** Why it is no input, for those that are none. */
    readonly leftOut?: string | undefined;
    readonly note?: string;
  }[];
  readonly notes: readonly string[];
}

/** What a run folder holds of its test set, for those who do not have it. */
export interface KeptTest {
  /** `samples.json`, of classes. */
  readonly samples?: RunSamples;
  /** `predictions.json`, of values. */
  readonly predictions?: KeptPredictions;
}

/** Targets and predictions, one value a row. */
export interface KeptPredictions {
  readonly target?: string;
  readonly train: KeptRows;
  readonly test: KeptRows;
}

/** Rows of one part. */
export interface KeptRows {
  readonly names?: readonly string[];
  readonly y: readonly number[];
  readonly predicted: readonly number[];
}
