import type { BackendName } from "@minibatch/backends";
import type { Recipe, ResolvedSettings, StartingModel } from "@minibatch/recipes";
import type { Checkpoint } from "@minibatch/training";
import type { OwnPlan } from "../own/OwnPlan.ts";

/** What is going to be trained, before anything has started. */
export interface TrainPlan {
  readonly recipe: Recipe;
  readonly settings: ResolvedSettings;
  /** What is trained on data of one's own has beside. */
  readonly own?: OwnPlan | undefined;
  /** Where the recipe is from, when a module exports it. */
  readonly module?: { readonly file: string; readonly sha256: string } | undefined;
  /** The backend to start: a name or `auto`. */
  readonly backend: BackendName;
  /** The folder that was asked for; without one, the next free one is taken. */
  readonly out: string | undefined;
  /** The model that an experiment or an option names to start from, by its whole path or its address. */
  readonly start?: StartingModel | undefined;
  /** The model that it starts from: where it is, whether its last layer is new, and whether nothing else learns. */
  readonly from?: { readonly model: string; readonly replaced: boolean; readonly frozen: boolean };
  /** The run that goes on. */
  readonly resumed: { readonly folder: string; readonly checkpoint: Checkpoint | undefined } | undefined;
}
