import { parseTable } from "../formats/parseTable.ts";
import type { NdArray } from "../NdArray.ts";

/**
 * Reads a table of numbers as it is published: a first line that names the columns is left out, and the last column may be words, the classes.
 *
 * @param labels what the last column says for label 0, 1 and so on; none for values
 * @returns `[rows, columns]`, labels as numbers
 * @throws {DatasetError} `INVALID_FORMAT` with the line, also for a word that is none of the labels
 */
export function parseColumns(bytes: Uint8Array, labels: readonly string[] = []): NdArray<Float64Array> {
  const lines = new TextDecoder().decode(bytes).split(/\r\n?|\n/);
  const rows = lines.map((line, index) => {
    // Left empty, so that other lines keep their numbers.
    if (index === 0 && startsWithName.test(line)) return "";
    return line.replace(lastField, (word) => {
      const label = labels.indexOf(word.trim());
      // What is no class is no number either, so that its line is named.
      return label === -1 ? word : String(label);
    });
  });
  return parseTable(rows.join("\n"));
}

const startsWithName = /^\s*"?\p{L}/u;
const lastField = /[^,;\t]*$/;
