import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** An array as the script wrote it. */
export interface ReferenceArray {
  readonly shape: number[];
  readonly data: number[];
}

/** A model that Keras made: its files, and what it answers. */
export interface ReferenceModel {
  readonly name: string;
  readonly inputs: readonly ReferenceArray[];
  readonly outputs: readonly ReferenceArray[];
  /** The bytes of the file with this ending. */
  readonly file: (ending: ".keras" | ".h5" | ".weights.h5") => Uint8Array;
}

interface Written extends Pick<ReferenceModel, "inputs" | "outputs"> {
  readonly files: Readonly<Record<string, string>>;
}

/** The models of `reference/files.py`. */
export const referenceModels: readonly ReferenceModel[] = Object.entries(
  JSON.parse(readFileSync(`${import.meta.dirname}/reference/files.json`, "utf8")) as Record<string, Written>,
).map(([name, { inputs, outputs, files }]) => ({
  name,
  inputs,
  outputs,
  file: (ending) => new Uint8Array(gunzipSync(Buffer.from(files[ending] ?? "", "base64"))),
}));

/** The model of this name. */
export function referenceModel(name: string): ReferenceModel {
  const found = referenceModels.find((model) => model.name === name);
  if (found === undefined) throw new Error(`There is no ${name} in reference/files.json`);
  return found;
}
