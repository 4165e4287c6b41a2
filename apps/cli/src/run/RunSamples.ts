/** A test image with what the model made of it. */
export interface SampleRecord {
  /** The row in the test set. */
  readonly index: number;
  readonly actual: string;
  readonly predicted: string;
  /** The probability of the predicted class, 0 to 1. */
  readonly probability: number;
  /** The bytes of the image, row-major, in base64. */
  readonly pixels: string;
}

/** What `samples.json` holds, so that a report needs no dataset. */
export interface RunSamples {
  /** Height, width and channels of each image. */
  readonly shape: readonly number[];
  /** The first images of the test set. */
  readonly samples: readonly SampleRecord[];
  /** The images that the model was most sure of and wrong about. */
  readonly mistakes: readonly SampleRecord[];
}
