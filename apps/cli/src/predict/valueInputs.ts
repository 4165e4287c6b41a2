import { existsSync } from "node:fs";
import { closestName, findDataset } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { type InputReader, isAddress } from "../inputs/createInputReader.ts";
import type { Session } from "../Session.ts";
import { parseSampleName, type SampleName } from "./parseSampleName.ts";
import { sampleReader, type SampleRow } from "./sampleReader.ts";
import { tableInputs } from "./tableInputs.ts";
import type { ValueInput } from "./ValueInput.ts";

/**
 * Reads the features that were asked for: numbers (`6.5`, or `6.5,4.98` for two features), numbers by name
 * (`RM=6.5,LSTAT=4.98`), samples of a dataset (`boston-housing:test:0`), or tables.
 *
 * @throws {CliError} `INVALID_USAGE` or `MODEL_MISMATCH`
 * @throws {DatasetError} when a dataset cannot be loaded
 */
export async function valueInputs(
  inputs: readonly string[],
  loaded: LoadedModel,
  reader: InputReader,
  session: Session,
): Promise<ValueInput[]> {
  const { model, metadata } = loaded;
  const shape = (model.inputs[0]?.shape ?? []).slice(1);
  const count = shape.reduce<number>((product, length) => product * (length ?? 1), 1);
  const names = metadata.featureNames ?? [];
  requireColumns(inputs, shape, names);
  const readSample = sampleReader(inputs, session);
  const read: ValueInput[] = [];
  for (const input of inputs) {
    const sample = parseSampleName(input);
    if (sample !== undefined) read.push(await sampleInput(sample, names, count, readSample));
    else if (isTable(input, session)) read.push(...(await tableInputs(input, loaded, count, reader)));
    else if (input.includes("=")) read.push({ input, features: namedFeatures(input, names) });
    else read.push({ input, features: listedFeatures(input, names, count) });
  }
  return read;
}

/** Whether an input names a table: standard input, an address, or a file. */
function isTable(input: string, session: Session): boolean {
  return input === "-" || isAddress(input) || existsSync(session.resolve(input));
}

async function sampleInput(
  sample: SampleName,
  names: readonly string[],
  count: number,
  readSample: (sample: SampleName) => Promise<SampleRow>,
): Promise<ValueInput> {
  const { featureNames = [], classNames } = findDataset(sample.dataset);
  const wanted = names.length === 0 && featureNames.length === count ? featureNames : names;
  const columns = wanted.map((name) => featureNames.indexOf(name));
  if (columns.length !== count || columns.includes(-1)) {
    throw new CliError(
      "MODEL_MISMATCH",
      `The model takes ${featuresText(names, count)}, which ${sample.input} does not have. ` +
        "Use a sample of the dataset that it was trained on, or give the values.",
    );
  }
  const { x, y } = await readSample(sample);
  const label = classNames[y];
  return {
    input: sample.input,
    features: columns.map((column) => x[column] ?? Number.NaN),
    ...(classNames.length > 0 ? { label: label ?? String(y) } : { actual: y }),
  };
}

/** @throws {CliError} `MODEL_MISMATCH` for pictures, where the model takes no such thing and names no columns either */
function requireColumns(
  inputs: readonly string[],
  shape: readonly (number | null)[],
  names: readonly string[],
): void {
  const picture = inputs.find((input) => /\.(png|jpe?g|webp|gif|bmp)$/i.test(input));
  if (names.length > 0 || picture === undefined) return;
  throw new CliError(
    "MODEL_MISMATCH",
    `The model takes inputs of shape [${shape.map((length) => length ?? "any").join(", ")}], and ${picture} is no such input. ` +
      "Use a model that was trained on images.",
  );
}

function listedFeatures(input: string, names: readonly string[], count: number): number[] {
  const features = input.split(",").map((text) => numberOf(text, input));
  if (features.length === count) return features;
  throw usage(
    `The model takes ${featuresText(names, count)}; ${input} has ${features.length}. ` +
      "Give one value for each, joined by commas.",
  );
}

function namedFeatures(input: string, names: readonly string[]): number[] {
  const values = new Map<string, number>();
  for (const pair of input.split(",")) {
    const [typed = "", text = ""] = pair.split("=");
    const name = names.find((one) => one.toLowerCase() === typed.trim().toLowerCase());
    if (name === undefined) {
      const meant = closestName(typed, names);
      throw usage(
        `The model has no feature "${typed}".${meant === undefined ? "" : ` Did you mean ${meant}?`} ` +
          `It takes ${featuresText(names, names.length)}.`,
      );
    }
    values.set(name, numberOf(text, input));
  }
  const missing = names.filter((name) => !values.has(name));
  if (missing.length > 0) {
    throw usage(`${input} lacks ${missing.join(", ")}: the model needs a value for each feature.`);
  }
  return names.map((name) => values.get(name) ?? Number.NaN);
}

function numberOf(text: string, input: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value)) return value;
  throw usage(
    `${input} is no input of this model: "${text}" is not a number. Give numbers such as 6.5, numbers by name such as ` +
      "RM=6.5, or a sample such as boston-housing:test:0.",
  );
}

function featuresText(names: readonly string[], count: number): string {
  const values = count === 1 ? "1 value" : `${count} values`;
  return names.length > 0 ? `${values} (${names.join(", ")})` : values;
}

function usage(message: string): CliError {
  return new CliError("INVALID_USAGE", message);
}
