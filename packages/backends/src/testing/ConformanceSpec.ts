/** One thing that a backend has to do right. */
export interface ConformanceSpec {
  /** What is done, unique in the suite, e.g. `gradient of conv2d, same`. */
  readonly name: string;
  /** Whether it takes gradients, which a backend that only predicts need not have. */
  readonly trains: boolean;
  /**
   * Does it on the backend that TensorFlow.js runs on, and leaves no tensors behind.
   *
   * @throws {ConformanceError} `WRONG_RESULT` or `LEAK`; and whatever the backend throws
   */
  run(): Promise<void>;
}
