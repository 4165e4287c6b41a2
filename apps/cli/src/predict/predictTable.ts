import { existsSync } from "node:fs";
import type { LoadedModel } from "@minibatch/models";
import {
  type EncodingProblem,
  encodeTable,
  type RawTable,
  readTable,
  type TableEncoding,
} from "@minibatch/tables";
import { predict } from "@minibatch/training";
import { CliError } from "../CliError.ts";
import { type InputReader, isAddress } from "../inputs/createInputReader.ts";
import type { Output } from "../Output.ts";
import { answersOf } from "./answersOf.ts";
import type { Session } from "../Session.ts";
import { countText } from "../terminal/numberText.ts";
import { predictionsOutput } from "./predictionsOutput.ts";

/** Predicts the rows of tables with a model of a table: columns are found by their names. */
export async function predictTable(
  inputs: readonly string[],
  loaded: LoadedModel,
  out: string | undefined,
  reader: InputReader,
  session: Session,
): Promise<Output> {
  const { model, metadata } = loaded;
  const encoding = metadata.preparation?.["encoding"] as TableEncoding;
  const tables: { readonly input: string; readonly table: RawTable }[] = [];
  for (const input of inputs) tables.push({ input, table: await readInput(input, reader, session) });
  const encoded = tables.map(({ input, table }) => ({ input, ...encodeTable(table, encoding) }));
  for (const { input, problems } of encoded) {
    for (const problem of problems) session.status.print(problemText(input, problem));
  }
  const width = encoding.columns.length === 0 ? 0 : (encoded[0]?.x.shape[1] ?? 0);
  const rows = encoded.flatMap(({ input, x }) =>
    Array.from({ length: x.shape[0] ?? 0 }, (_, row) =>
      (x.shape[0] ?? 0) > 1 ? `${input} row ${row + 1}` : input,
    ),
  );
  const data = new Float32Array(rows.length * width);
  let at = 0;
  for (const { x } of encoded) {
    data.set(x.data, at);
    at += x.data.length;
  }
  const outputs = await predict(
    model,
    { data, shape: [rows.length, width] },
    { inputScaling: metadata.inputScaling, signal: session.source.signal },
  );
  return predictionsOutput(rows, answersOf(loaded, outputs), [], out, session);
}

/** A table by its path or address, or one row as `rooms=4,city=Bern`. */
async function readInput(input: string, reader: InputReader, session: Session): Promise<RawTable> {
  if (isAddress(input)) return readTable(input);
  if (input === "-") return readTable(await reader.bytes(input));
  if (existsSync(session.resolve(input))) return readTable(session.resolve(input));
  if (!input.includes("=")) {
    throw new CliError(
      "INVALID_USAGE",
      `There is no table ${input}. Give one such as new.csv with the columns that the model was trained on, or a row such as rooms=4,city=Bern.`,
    );
  }
  const cells = input.split(",").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return [name.trim(), value.join("=").trim()];
  });
  return readTable([Object.fromEntries(cells) as Record<string, string>]);
}

function problemText(input: string, { column, value, rows, firstRow, reason }: EncodingProblem): string {
  const where = rows === 1 ? `row ${firstRow + 1}` : `${countText(rows)} rows, first in row ${firstRow + 1}`;
  const what = reason === "unknown" ? "was not there in training" : "cannot be read and counts as missing";
  return `${input}: "${value}" in ${column} ${what} (${where})`;
}
