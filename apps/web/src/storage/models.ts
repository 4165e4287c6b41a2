import type { ModelFiles, ModelMetadata } from "@minibatch/models";
import { type Store, store } from "./database.ts";

/** A model of this browser, without its weights. */
export interface StoredModel {
  /** That of the run which trained it, if one did. */
  readonly id: string;
  /** What it is called in lists. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly metadata: ModelMetadata;
  readonly parameters: number;
  /** On the test set of its dataset, 0 to 1; unknown for a model that was opened. */
  readonly accuracy?: number;
  /** Of a model that was opened, with one input and one output. */
  readonly shape?: ModelShape;
}

/** What a model takes and gives, without the axis of the batch; null where any length will do. */
export interface ModelShape {
  /** Of one input, e.g. `[28, 28, 1]`. */
  readonly input: readonly (number | null)[];
  /** Of one output, e.g. `[10]`. */
  readonly output: readonly (number | null)[];
}

/** The models of this browser. */
export const models: Store<StoredModel> = store("models");

/** `model.json` and weights of each model. */
export const modelFiles: Store<ModelFiles> = store("modelFiles");
