import type { Picture } from "@minibatch/images";

/** A sample to show. */
export interface PreviewSample {
  /** The row in its part of the dataset. */
  readonly index: number;
  /** What stands below it. */
  readonly label: string;
  readonly picture: Picture;
}
