import { readFile } from "node:fs/promises";
import { CliError } from "../CliError.ts";
import { systemReason } from "../files/systemReason.ts";

/**
 * Reads the names of classes from a file: one a line, also with the class's number before each, as Teachable Machine writes them; or JSON, a
 * list or an object of names and numbers, as Keras' `class_indices` is saved.
 *
 * @param path where it lies
 * @param name what messages call it
 * @throws {CliError} `INVALID_LABELS`
 */
export async function readLabels(path: string, name: string): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CliError(
      "INVALID_LABELS",
      `The labels ${name} cannot be read: ${systemReason(cause)}. Give a text file with the name of a class a line.`,
      { cause },
    );
  });
  const labels = /^\s*[[{]/.test(text) ? fromJson(text) : fromLines(text);
  const twice = labels?.find((label, index) => labels.indexOf(label) !== index);
  if (labels !== undefined && labels.length > 0 && twice === undefined) return labels;
  throw new CliError(
    "INVALID_LABELS",
    `The labels ${name} cannot be used: ${twice === undefined ? "there are no names in it" : `"${twice}" is there twice`}. ` +
      "Give a text file with the name of a class a line, in the order of the model's outputs.",
  );
}

function fromLines(text: string): string[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const named = lines.map((line, index) =>
    line.startsWith(`${index} `) ? line.slice(`${index} `.length) : undefined,
  );
  return named.every((name) => name !== undefined) ? named : lines;
}

function fromJson(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value.map(String);
    const { labels, ...numbers } = value as { labels?: unknown };
    if (Array.isArray(labels)) return labels.map(String);
    const names = Object.entries(numbers).sort(([, a], [, b]) => Number(a) - Number(b));
    return names.every(([, number], index) => number === index) ? names.map(([name]) => name) : undefined;
  } catch {
    return undefined;
  }
}
