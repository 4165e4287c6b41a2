/** What half of the training rows were worth: whether more of them are likely to help. */
export interface LearningCurve {
  /** How many rows were trained on. */
  readonly rows: { readonly half: number; readonly all: number };
  /** What was told right of the test rows, 0 to 1. */
  readonly accuracy: { readonly half: number; readonly all: number };
  /** The 95 % interval of what the other half added to the accuracy, -1 to 1. */
  readonly gain: readonly [low: number, high: number];
  /** In the order of the classes. */
  readonly classes: readonly ClassGain[];
}

/** The same for a class. */
export interface ClassGain {
  readonly className: string;
  /** Its rows that were trained on, all of them. */
  readonly rows: number;
  /** Its rows in the test set, and how many of these were told right. */
  readonly tested: number;
  readonly right: { readonly half: number; readonly all: number };
}
