import type { Schedule } from "../Recipe.ts";
import type { RecipeSettings } from "../RecipeSettings.ts";
import type { ModelDescription } from "./ModelDescription.ts";

/** What an experiment trains on. */
export type ExperimentData = PicturesData | TableData | ArraysData | PointsData | DatasetData;

/** A folder of pictures, one folder a class. */
export interface PicturesData {
  /** A path, from the folder of the experiment file. */
  readonly pictures: string;
  /** How they are read and split. */
  readonly options?: PicturesOptions;
}

/** Options of `imageFolder` of `@minibatch/images`, as JSON. */
export interface PicturesOptions {
  readonly imageSize?: number | readonly [height: number, width: number];
  readonly grey?: boolean;
  readonly fit?: "pad" | "crop";
  readonly validationSplit?: number;
  readonly testSplit?: number;
  readonly seed?: number;
  readonly maxPixels?: number;
}

/** A table with a column to predict. */
export interface TableData {
  /** A path, from the folder of the experiment file, or an address. */
  readonly table: string;
  /** The column that is predicted. */
  readonly target: string;
  /** How it is read and split. */
  readonly options?: TableDataOptions;
}

/** What a column of a table is taken for. */
export type TableColumnKind = "number" | "boolean" | "category" | "date" | "text" | "id" | "constant";

/** Options of `table` of `@minibatch/tables`, as JSON. */
export interface TableDataOptions {
  readonly task?: "classification" | "regression";
  readonly kinds?: Readonly<Record<string, TableColumnKind>>;
  readonly validationSplit?: number;
  readonly testSplit?: number;
  readonly seed?: number;
  readonly name?: string;
  readonly header?: boolean;
  readonly delimiter?: "," | ";" | "\t" | "|";
  readonly decimal?: "." | ",";
}

/** An archive of NumPy arrays: pictures or columns. */
export interface ArraysData {
  /** The path of a `.npz` file, from the folder of the experiment file, or an address. */
  readonly arrays: string;
  /** How it is read and split. */
  readonly options?: ArraysOptions;
}

/** Options of `npz` of `@minibatch/tables`, as JSON. */
export interface ArraysOptions {
  readonly x?: string;
  readonly y?: string;
  readonly task?: "classification" | "regression";
  readonly validationSplit?: number;
  readonly testSplit?: number;
  readonly seed?: number;
  readonly name?: string;
}

/** Points of the plane in two classes, as on the page Build of the web app. */
export interface PointsData {
  /** The shape that they are drawn in, 240 to learn from and 120 to test with; or the points, which then are tested with, too. */
  readonly points: PlaneShape | readonly PlanePoint[];
  /** How far drawn ones stray, from 0 to 1. Default: 0. */
  readonly noise?: number;
}

/** A shape that points can be drawn in. */
export type PlaneShape = "circle" | "xor" | "spiral";

/** A point of the plane, from -1 to 1 in both directions, and its class. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
  readonly label: 0 | 1;
}

/** One of the built-in datasets; its columns, if it is a table, are standardized. */
export interface DatasetData {
  /** Its id, e.g. `mnist`. */
  readonly dataset: string;
}

/** A trained model to start from in place of a fresh one. */
export interface StartingModel {
  /** A path, from the folder of the experiment file, or an address: of a run, or of a model of Keras or tfjs. */
  readonly model: string;
  /** The SHA-256 of its files as they were in the run. */
  readonly sha256?: string;
  /** Whether only the last layer learns. Default: false. */
  readonly freeze?: boolean;
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
  /** What it starts from. Default: a fresh model. */
  readonly from?: StartingModel;
  /** What computes, by its name in `@minibatch/backends`; the same weights come out of the same one only. */
  readonly backend?: string;
}

/** A run of a recipe as JSON: of one in the list, or of one that a module exports. */
export interface RecipeExperiment {
  /** Where editors find what may stand here. */
  readonly $schema?: string;
  /** The id of a recipe, or the path of a module from the folder of the experiment file. */
  readonly recipe: string;
  /** The SHA-256 of the module as it was in the run. */
  readonly sha256?: string;
  /** What differs from the recipe. */
  readonly settings?: { readonly [Name in keyof RecipeSettings]: Exclude<RecipeSettings[Name], null> };
  /** What it starts from. Default: a fresh model. */
  readonly from?: StartingModel;
  /** What computes, by its name in `@minibatch/backends`. */
  readonly backend?: string;
}
