/** A sample of a dataset. */
export interface SampleName {
  /** As it was typed. */
  readonly input: string;
  readonly dataset: string;
  readonly part: "train" | "test";
  /** The row in that part, counted from 0. */
  readonly index: number;
}

/**
 * Reads the name of a sample, such as `mnist:test:42`.
 *
 * @returns undefined when it is another kind of input
 */
export function parseSampleName(input: string): SampleName | undefined {
  const [, dataset, part, index] = /^([a-z0-9-]+):(train|test):(\d+)$/.exec(input) ?? [];
  if (dataset === undefined) return undefined;
  return { input, dataset, part: part === "train" ? "train" : "test", index: Number(index) };
}
