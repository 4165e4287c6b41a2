import type { LayerSpec } from "@minibatch/models";
import type { OptimizerName, PlaneShape } from "@minibatch/recipes";
import type { PlaneSource } from "../../storage/PlaneSource.ts";

/** The shapes that points can be drawn in. */
export const planeShapes: readonly PlaneShape[] = ["circle", "xor", "spiral"];

/** What pictures of one's own are called in place of a dataset. */
export const ownPictures = "own";

/** What a network that one builds learns from. */
export type BuildSource =
  | {
      readonly kind: "images";
      /** The name of a dataset of images with classes, or {@link ownPictures}. */
      readonly dataset: string;
      /** How many of its images are learned from. */
      readonly rows: number;
      /** Another number for other pictures of one's own. */
      readonly version?: number;
    }
  | PlaneSource;

/** All that a network that one builds begins with. */
export interface BuildSetup {
  readonly source: BuildSource;
  readonly layers: readonly LayerSpec[];
  readonly optimizer: OptimizerName;
  readonly batchSize: number;
  readonly seed: number;
  /** The id of the run whose weights it begins with; new ones without. */
  readonly from?: string;
}
