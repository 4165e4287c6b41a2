/** A test sample with what the model made of it. */
export interface SampleRecord {
  /** The row in the test set. */
  readonly index: number;
  /** What it is called: its file, for pictures of one's own. */
  readonly name?: string;
  readonly actual: string;
  readonly predicted: string;
  /** The probability of the predicted class, 0 to 1. */
  readonly probability: number;
  /** The bytes of the image, row-major, in base64; none for inputs that are no images of bytes. */
  readonly pixels?: string;
}

/** What `samples.json` holds, so that a report needs no dataset. */
export interface RunSamples {
  /** Of one input: height, width and channels of each image. */
  readonly shape: readonly number[];
  /** The first rows of the test set. */
  readonly samples: readonly SampleRecord[];
  /** The rows that the model was most sure of and wrong about. */
  readonly mistakes: readonly SampleRecord[];
}
