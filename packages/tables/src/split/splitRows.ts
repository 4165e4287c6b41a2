import { rowHash } from "./rowHash.ts";

/** Which rows are for what, each list in the order of the table. */
export interface RowSplit {
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}

/** Options of {@link splitRows}. */
export interface SplitRowsOptions {
  /** The class of each row, where each class is to have its share in each part. */
  readonly labels?: readonly number[] | undefined;
  /** The shares of the rows, from 0 to 1. */
  readonly validation: number;
  readonly test: number;
  readonly seed: number;
}

/**
 * Splits rows by what they hold, not by where they stand: sorting a table changes no row's side, and equal rows are on one side, so
 * that none is tested on that was trained on.
 *
 * @param texts what each row holds
 */
export function splitRows(
  texts: readonly string[],
  { labels, validation, test, seed }: SplitRowsOptions,
): RowSplit {
  const classes = new Map<number, Map<string, number[]>>();
  for (const [row, text] of texts.entries()) {
    const label = labels?.[row] ?? 0;
    const groups = classes.get(label) ?? new Map<string, number[]>();
    const rows = groups.get(text) ?? [];
    rows.push(row);
    classes.set(label, groups.set(text, rows));
  }
  const parts = { train: [] as number[], validation: [] as number[], test: [] as number[] };
  for (const groups of classes.values()) {
    const ordered = [...groups]
      .map(([text, rows]) => ({ rows, hash: rowHash(text, seed), text }))
      .sort((a, b) => a.hash - b.hash || (a.text < b.text ? -1 : 1));
    const count = ordered.reduce((sum, { rows }) => sum + rows.length, 0);
    const ends = [
      Math.round(count * test),
      Math.round(count * test) + Math.round(count * validation),
    ] as const;
    let done = 0;
    for (const { rows } of ordered) {
      // Of rows that are equal, the middle one decides for all.
      const middle = done + (rows.length - 1) / 2;
      const part = middle < ends[0] ? parts.test : middle < ends[1] ? parts.validation : parts.train;
      // One by one: so many arguments as equal rows can be would overflow the stack.
      for (const row of rows) part.push(row);
      done += rows.length;
    }
  }
  for (const rows of Object.values(parts)) rows.sort((a, b) => a - b);
  return parts;
}
