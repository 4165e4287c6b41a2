import { tableRow } from "../tableRow.mjs";
import { engineName } from "../training/engineName.mjs";

/**
 * Writes what was measured as a Markdown table: a model a row and an engine a column, a time for each number of rows.
 *
 * @param {{ machine: string, processor?: boolean, batches: readonly number[],
 *   results: Awaited<ReturnType<typeof import("./measureInference.mjs").measureInference>> }} measured `processor`: what the processor
 *   took is shown, of all its threads
 * @returns {string}
 */
export function inferenceTable({ machine, processor = false, batches, results }) {
  const engines = [...new Set(results.map(engineName))];
  const models = [...new Set(results.map(({ model }) => model))];
  const notes = [];
  const time = (engine, model, batch) => {
    const found = results.find(
      (each) => engineName(each) === engine && each.model === model && each.batch === batch,
    );
    const value = processor ? found?.processorMilliseconds : found?.milliseconds;
    if (value !== undefined && value !== null) return format(value);
    const note = `${engine}: ${found?.reason ?? "not measured"}`;
    if (!notes.includes(note)) notes.push(note);
    return `- [${notes.indexOf(note) + 1}]`;
  };
  return [
    `${machine}. predict, then reading: milliseconds${processor ? " of the processor" : ""} at ${batches.join(" / ")} rows.`,
    "",
    tableRow(["model", ...engines]),
    tableRow(["---", ...engines.map(() => "---:")]),
    ...models.map((model) =>
      tableRow([
        model,
        ...engines.map((engine) => batches.map((batch) => time(engine, model, batch)).join(" / ")),
      ]),
    ),
    ...(notes.length > 0 ? ["", ...notes.map((note, index) => `[${index + 1}] ${note}`)] : []),
  ].join("\n");
}

const format = (value) => (value < 100 ? value.toPrecision(2) : Math.round(value).toLocaleString("en"));
