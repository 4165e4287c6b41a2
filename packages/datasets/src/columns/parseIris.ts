import { parseTable } from "../formats/parseTable.ts";
import type { NdArray } from "../NdArray.ts";

/** The kinds in the order of their labels, as the file has them but for the word Iris. */
export const irisKinds: readonly string[] = ["setosa", "versicolor", "virginica"];

/**
 * Reads the Iris file of the UCI repository: four lengths and the kind in each line.
 *
 * @returns `[rows, 5]`, the label of the kind last
 * @throws {DatasetError} `INVALID_FORMAT`, also for a kind that is none of the three
 */
export function parseIris(bytes: Uint8Array): NdArray<Float64Array> {
  const text = new TextDecoder().decode(bytes).replaceAll(/Iris-(\w+)/g, (name, kind: string) => {
    const label = irisKinds.indexOf(kind);
    // What is no kind is no number either, so that its line is named.
    return label === -1 ? name : String(label);
  });
  return parseTable(text);
}
