import { TrainingError } from "../TrainingError.ts";

/** Names as labels. */
export interface EncodedLabels {
  /** The number of each name's class, from 0. */
  readonly labels: Int32Array<ArrayBuffer>;
  /** The name of each class; `classNames[label]` turns a label back. */
  readonly classNames: readonly string[];
}

/**
 * Turns names into class labels, as scikit-learn's `LabelEncoder`: the classes are the names that occur, in the order of
 * their characters.
 *
 * @param names one for each row
 * @param classNames the classes in another order, or more of them: those of the training part, for the test part
 * @throws {TrainingError} `INVALID_ARGUMENT` for a name that is no class
 * @example
 * encodeLabels(["dog", "cat", "dog"]); // { labels: Int32Array [1, 0, 1], classNames: ["cat", "dog"] }
 */
export function encodeLabels(names: readonly string[], classNames?: readonly string[]): EncodedLabels {
  // Not by locale: the order must be the same everywhere.
  const classes = classNames ?? [...new Set(names)].sort((one, other) => (one < other ? -1 : 1));
  const numbers = new Map(classes.map((name, label) => [name, label]));
  if (numbers.size < classes.length) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `classNames must name each class once, but they are ${classes.join(", ")}.`,
    );
  }
  const labels = Int32Array.from(names, (name, row) => {
    const label = numbers.get(name);
    if (label !== undefined) return label;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The classes are ${classes.join(", ")}, but row ${row} is "${name}". Add it, or leave out its rows.`,
    );
  });
  return { labels, classNames: classes };
}
