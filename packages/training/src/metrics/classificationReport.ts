/** How well one class, or the average class, is told apart. */
export interface ClassificationRow {
  readonly label: string;
  /** Of what was called this class, the share that is; 0 when nothing was. */
  readonly precision: number;
  /** Of what is this class, the share that was called so; 0 when there is none. */
  readonly recall: number;
  /** The harmonic mean of precision and recall. */
  readonly f1: number;
  /** How many samples are of this class. */
  readonly support: number;
}

/** The rows that scikit-learn's `classification_report` prints. */
export interface ClassificationReport {
  readonly classes: readonly ClassificationRow[];
  /** 0 to 1. */
  readonly accuracy: number;
  /** The mean of the classes, each counted alike. */
  readonly macroAverage: ClassificationRow;
  /** The mean of the classes, weighted by support. */
  readonly weightedAverage: ClassificationRow;
}

/**
 * Sums a confusion matrix up into precision, recall and F1 of each class.
 *
 * @param matrix counts `[actual][predicted]`, as `confusionMatrix` gives them
 * @param classNames the names of the classes in the matrix' order
 * @example
 * const report = classificationReport([[1, 1], [0, 1]], ["cat", "dog"]);
 * report.classes[1]; // { label: "dog", precision: 0.5, recall: 1, f1: 0.667, support: 1 }
 */
export function classificationReport(
  matrix: readonly (readonly number[])[],
  classNames: readonly string[],
): ClassificationReport {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const total = matrix.flat().reduce((sum, count) => sum + count, 0);
  let right = 0;
  const classes = matrix.map((counts, index): ClassificationRow => {
    const hits = counts[index] ?? 0;
    right += hits;
    const support = counts.reduce((sum, count) => sum + count, 0);
    const called = matrix.reduce((sum, row) => sum + (row[index] ?? 0), 0);
    const precision = ratio(hits, called);
    const recall = ratio(hits, support);
    const f1 = ratio(2 * precision * recall, precision + recall);
    return { label: classNames[index] ?? String(index), precision, recall, f1, support };
  });

  const average = (label: string, weightOf: (row: ClassificationRow) => number): ClassificationRow => {
    const mean = (valueOf: (row: ClassificationRow) => number): number =>
      classes.reduce((sum, row) => sum + valueOf(row) * weightOf(row), 0);
    return {
      label,
      precision: mean((row) => row.precision),
      recall: mean((row) => row.recall),
      f1: mean((row) => row.f1),
      support: total,
    };
  };
  return {
    classes,
    accuracy: ratio(right, total),
    macroAverage: average("macro average", () => ratio(1, classes.length)),
    weightedAverage: average("weighted average", (row) => ratio(row.support, total)),
  };
}
