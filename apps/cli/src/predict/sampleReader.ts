import { findDataset, type Samples } from "@minibatch/datasets";
import { CliError } from "../CliError.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Session } from "../Session.ts";
import { parseSampleName, type SampleName } from "./parseSampleName.ts";

/** A row of a dataset: its values, and its label or target. */
export interface SampleRow {
  readonly x: Uint8Array | Float64Array;
  readonly y: number;
}

/**
 * Makes a function that gives rows of datasets. Each part of a dataset is loaded once, as far as the last row that is named.
 *
 * @param inputs all that was asked for; what is no name of a sample does not count
 * @returns a function that throws `INVALID_USAGE` when there is no such row, and a `DatasetError` when the dataset cannot be loaded
 */
export function sampleReader(
  inputs: readonly string[],
  session: Session,
): (sample: SampleName) => Promise<SampleRow> {
  const samples = inputs.flatMap((input) => parseSampleName(input) ?? []);
  const loads = new Map<string, Promise<Samples>>();
  const load = async ({ dataset: name, part }: SampleName) => {
    const dataset = findDataset(name);
    const rows = samples.filter(
      ({ dataset: other, part: otherPart }) => other === name && otherPart === part,
    );
    const limit = Math.min(dataset.size[part], Math.max(...rows.map(({ index }) => index)) + 1);
    const onProgress = loadProgress(session);
    return (await dataset.load({ ...session.source, onProgress, split: part, limit }))[part];
  };
  return async (sample) => {
    const { input, dataset: name, part, index } = sample;
    const dataset = findDataset(name);
    const rows = dataset.size[part];
    if (index >= rows) {
      throw new CliError(
        "INVALID_USAGE",
        `There is no ${input}: the ${part} part of ${dataset.title} has ${rows} samples, 0 to ${rows - 1}.`,
      );
    }
    const key = `${name}:${part}`;
    const loading = loads.get(key) ?? load(sample);
    loads.set(key, loading);
    const { x, y } = await loading;
    const size = dataset.inputShape.reduce((product, length) => product * length, 1);
    const values = x.data.slice(index * size, (index + 1) * size) as Uint8Array | Float64Array;
    return { x: values, y: y.data[index] ?? 0 };
  };
}
