import { type Cell, readTable } from "@minibatch/tables";
import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { errorCode } from "../exitCode.ts";
import type { InputReader } from "../inputs/createInputReader.ts";
import type { ValueInput } from "./ValueInput.ts";

/**
 * Reads the rows of a table for a model of columns: by the names of its features, or where it names none all columns in their order. A
 * column of the name of the target says what is true.
 *
 * @throws {CliError} `INVALID_USAGE` with the column that is missing, or the row whose value is no number
 * @throws {CliError} `NOT_READABLE`
 * @throws {TableError}
 */
export async function tableInputs(
  input: string,
  { metadata }: LoadedModel,
  count: number,
  reader: InputReader,
): Promise<ValueInput[]> {
  const bytes = await reader.bytes(input).catch((cause: unknown) => {
    if (errorCode(cause) !== "NOT_READABLE") throw cause;
    const reason = (cause as CliError).message;
    throw new CliError("NOT_READABLE", `The table ${input} ${reason}. Give one such as new.csv.`, { cause });
  });
  const { columns, rows, decimalComma } = await readTable(bytes);
  const names = metadata.featureNames ?? (columns.length === count ? columns : []);
  const missing = names.filter((name) => !columns.includes(name));
  if (names.length !== count || missing.length > 0) {
    throw new CliError(
      "INVALID_USAGE",
      `The model takes ${count} columns${metadata.featureNames ? ` (${names.join(", ")})` : ""}, and ${input} has ${columns.join(", ")}. ` +
        (missing.length > 0
          ? `${missing.join(", ")} is missing.`
          : "Give as many, in the order of training."),
    );
  }
  const target = columns.indexOf(metadata.targetName ?? "");
  return rows.map((row, index) => {
    const called = rows.length === 1 ? input : `${input} row ${index + 1}`;
    const actual = target === -1 ? Number.NaN : numberOf(row[target] ?? null, decimalComma);
    return {
      input: called,
      features: names.map((name) => {
        const cell = row[columns.indexOf(name)] ?? null;
        const value = numberOf(cell, decimalComma);
        if (Number.isFinite(value)) return value;
        throw new CliError(
          "INVALID_USAGE",
          `${called}: ${cell === null ? `${name} is missing` : `${name} is "${cell}"`}, and the model takes numbers.`,
        );
      }),
      ...(Number.isFinite(actual) && { actual }),
    };
  });
}

function numberOf(cell: Cell, decimalComma: boolean): number {
  if (cell === null || cell.trim() === "") return Number.NaN;
  return Number(decimalComma ? cell.replace(",", ".") : cell);
}
