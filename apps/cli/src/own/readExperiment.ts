import { readFile } from "node:fs/promises";
import type { Experiment } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";

/**
 * Reads an experiment file, such as the one in each run folder.
 *
 * @returns the experiment, or `undefined` for a JSON file that is something else, a table of rows for one
 * @throws {CliError} `INVALID_EXPERIMENT` for one that lacks a part
 */
export async function readExperiment(file: string, session: Session): Promise<Experiment | undefined> {
  const text = await readFile(file, "utf8");
  const value = parse(text);
  if (typeof value !== "object" || value === null || !("data" in value || "model" in value)) return undefined;
  const wrong = faultOf(value);
  if (wrong === undefined) return value as Experiment;
  const { field, expected } = wrong;
  const line = lineOf(text, field);
  throw new CliError(
    "INVALID_EXPERIMENT",
    `${session.display(file)}${line === undefined ? "" : `, line ${line}`}: ${field} must be ${expected}.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whoever reads tables says what is wrong with it.
    return undefined;
  }
}

interface Fault {
  /** The path of what is wrong, e.g. `data.target`. */
  readonly field: string;
  readonly expected: string;
}

function faultOf({
  name,
  data,
  model,
  schedule,
  limit,
}: Partial<Record<keyof Experiment, unknown>>): Fault | undefined {
  if (typeof name !== "string" || name === "") return { field: "name", expected: "a text" };
  const source = data as Record<string, unknown> | undefined;
  const kinds = ["pictures", "table", "dataset"].filter((kind) => typeof source?.[kind] === "string");
  if (kinds.length !== 1)
    return { field: "data", expected: "an object with one of pictures, table or dataset" };
  if (kinds[0] === "table" && typeof source?.["target"] !== "string") {
    return { field: "data.target", expected: "the column to predict" };
  }
  const described = Object.keys(model ?? {}).filter((kind) =>
    ["cnn", "mlp", "linear", "layers"].includes(kind),
  );
  if (described.length !== 1)
    return { field: "model", expected: "an object with one of cnn, mlp, linear or layers" };
  const { optimizer, learningRate, batchSize, epochs, validation } = (schedule ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof optimizer !== "string")
    return { field: "schedule.optimizer", expected: "the name of an optimizer" };
  for (const [field, value] of Object.entries({ learningRate, batchSize, epochs })) {
    if (typeof value !== "number") return { field: `schedule.${field}`, expected: "a number" };
  }
  if (typeof validation !== "object" || validation === null) {
    return { field: "schedule.validation", expected: 'an object such as { "ownPart": true }' };
  }
  if (limit !== undefined && typeof limit !== "number") return { field: "limit", expected: "a number" };
  return undefined;
}

/** The line in which a field begins, or the one around it where it is missing. */
function lineOf(text: string, field: string): number | undefined {
  const lines = text.split("\n");
  for (const name of field.split(".").toReversed()) {
    const line = lines.findIndex((each) => each.includes(`"${name}"`));
    if (line !== -1) return line + 1;
  }
  return undefined;
}
