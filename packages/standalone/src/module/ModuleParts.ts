import type { StoredModel } from "../engine/StoredModel.ts";
import type { PageInput } from "../prepare/PageInput.ts";

/** What a module exports beside `predict`. */
export interface ModuleParts {
  readonly stored: StoredModel;
  /** The classes in the order of the outputs, of a model that has any. */
  readonly classNames?: readonly string[] | undefined;
  /** The first line of its comment. */
  readonly title: string;
  /**
   * How its inputs are prepared: with pictures, the module exports `predictImage` for those of any size; with a table, `predictRow`.
   *
   * @default not at all: `predict` takes what the model takes
   */
  readonly input?: PageInput | undefined;
}
