import { findDataset } from "@minibatch/datasets";
import { CliError } from "../CliError.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Session } from "../Session.ts";
import type { SampleName } from "./parseSampleName.ts";

/**
 * Loads one row of a dataset.
 *
 * @returns its values, and its label or target
 * @throws {CliError} `INVALID_USAGE` when there is no such row
 * @throws {DatasetError} when the dataset cannot be loaded
 */
export async function sampleRow(
  { input, dataset: name, part, index }: SampleName,
  session: Session,
): Promise<{ readonly x: Uint8Array | Float64Array; readonly y: number }> {
  const dataset = findDataset(name);
  const rows = dataset.size[part];
  if (index >= rows) {
    throw new CliError(
      "INVALID_USAGE",
      `There is no ${input}: the ${part} part of ${dataset.title} has ${rows} samples, 0 to ${rows - 1}.`,
    );
  }
  const onProgress = loadProgress(session);
  const wanted = { split: part, limit: index + 1 };
  const { [part]: samples } = await dataset.load({ ...session.source, onProgress, ...wanted });
  const size = dataset.inputShape.reduce((product, length) => product * length, 1);
  const x = samples.x.data.slice(index * size, (index + 1) * size) as Uint8Array | Float64Array;
  return { x, y: samples.y.data[index] ?? 0 };
}
