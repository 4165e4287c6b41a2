import type { Baseline, PublishedResult, RecipeSettings, ResolvedSettings } from "@minibatch/recipes";
import type { FeatureImportance, History, NormalizationSteps } from "@minibatch/training";
import { type Store, store } from "./database.ts";
import type { KeptTest, OwnRun } from "./ownRun.ts";

/** What a finished run found; the fields are those of the command's `run.json`. */
export interface RunResult {
  /** All settings, none left out. */
  readonly settings: ResolvedSettings;
  readonly parameters: number;
  readonly samples: { readonly train: number; readonly validation: number; readonly test: number };
  readonly test: { readonly loss: number; readonly accuracy?: number; readonly mae?: number };
  /** Null where nobody has published one. */
  readonly published: PublishedResult | null;
  /** How far the averages of batch normalization came, where the model learns some. */
  readonly batchNormalization?: NormalizationSteps;
  readonly samplesPerSecond: number;
  readonly seconds: number;
  /** Counts `[actual][predicted]`; only of a classification. */
  readonly confusionMatrix?: readonly (readonly number[])[];
  /** Those of the rows and columns of the matrix, where no dataset of this app has them. */
  readonly classNames?: readonly string[];
  /** What simple answers reach on the same test set; of data of one's own. */
  readonly baselines?: readonly Baseline[];
  /** What each column of a table is worth. */
  readonly importance?: readonly FeatureImportance[];
}

/** A run of a recipe, finished or not. Its checkpoint and its model are kept under the same id. */
export interface StoredRun {
  readonly id: string;
  /** What a person calls it; the recipe where nobody called it anything. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** A run whose page was closed stays `running`; all but `done` can go on. */
  readonly status: "running" | "interrupted" | "failed" | "done";
  readonly recipe: string;
  readonly dataset: string;
  readonly backend: string;
  /** What that computed on, as it describes itself; empty before it was started. */
  readonly device: string;
  /** What was changed about the recipe. */
  readonly settings: RecipeSettings;
  /** The finished epochs. */
  readonly history: History;
  /** Training samples of an epoch; 0 before training has begun. */
  readonly trainSamples: number;
  /** Once it is done. */
  readonly result?: RunResult;
  /** Of data of one's own, which only the command trains. */
  readonly own?: OwnRun;
  /** What the command kept of its test set. */
  readonly test?: KeptTest;
}

/** The runs of this browser. */
export const runs: Store<StoredRun> = store("runs");

/** The last checkpoint of each unfinished run, as `encodeCheckpoint` made it. */
export const checkpoints: Store<Uint8Array<ArrayBuffer>> = store("checkpoints");

/** The weights of each run after some of its epochs, as `encodeEpochs` made them. */
export const epochFiles: Store<Uint8Array<ArrayBuffer>> = store("epochs");
