import type { Schedule } from "../Recipe.ts";
import type { ModelDescription } from "./ModelDescription.ts";

/** What an experiment trains on. */
export type ExperimentData = PicturesData | TableData | DatasetData;

/** A folder of pictures, one folder a class. */
export interface PicturesData {
  /** A path, from the folder of the experiment file. */
  readonly pictures: string;
  /** Options of `imageFolder`. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A table with a column to predict. */
export interface TableData {
  /** A path, from the folder of the experiment file, or an address. */
  readonly table: string;
  /** The column that is predicted. */
  readonly target: string;
  /** Further options of `table`. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** One of the built-in datasets. */
export interface DatasetData {
  /** Its id, e.g. `mnist`. */
  readonly dataset: string;
}

/**
 * An experiment as JSON: all that decides what comes out. A run folder holds the one that made it; `minibatch train experiment.json`
 * repeats it.
 */
export interface Experiment {
  /** Where editors find what may stand here. */
  readonly $schema?: string;
  /** The id of its runs. */
  readonly name: string;
  readonly data: ExperimentData;
  /** What is trained. */
  readonly model: ModelDescription;
  /** How it is trained; its `seed` fixes everything random. */
  readonly schedule: Schedule;
  /** At most this many training rows. */
  readonly limit?: number;
}
