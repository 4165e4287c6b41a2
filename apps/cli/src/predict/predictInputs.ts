import { findDataset } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { digitFromFile } from "../images/digitFromFile.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Session } from "../Session.ts";

/** An image to predict. */
export interface PredictInput {
  /** As it was typed. */
  readonly input: string;
  /** The bytes of the image, as the model takes them. */
  readonly pixels: Uint8Array;
  /** The true class, where a dataset knows it. */
  readonly label?: string;
}

/** A sample of a dataset: `mnist:test:42`. */
const SAMPLE = /^([a-z0-9-]+):(train|test):(\d+)$/;

/**
 * Gets the images that were asked for, from files and datasets, in their order.
 *
 * @throws {CliError} `INVALID_USAGE`, `INVALID_IMAGE` or `MODEL_MISMATCH`
 * @throws {DatasetError} when a dataset cannot be loaded
 */
export async function predictInputs(
  images: readonly string[],
  { model }: LoadedModel,
  session: Session,
): Promise<PredictInput[]> {
  const takes = model.inputs[0]?.shape.slice(1) ?? [];
  const inputs: PredictInput[] = [];
  for (const input of images) {
    const [, dataset, part, index] = SAMPLE.exec(input) ?? [];
    if (dataset === undefined) {
      requireShape(takes, [28, 28, 1], input);
      inputs.push({ input, pixels: await digitFromFile(session.resolve(input), input) });
      continue;
    }
    requireShape(takes, findDataset(dataset).inputShape, input);
    inputs.push(
      await sampleInput(input, dataset, part === "train" ? "train" : "test", Number(index), session),
    );
  }
  return inputs;
}

async function sampleInput(
  input: string,
  name: string,
  part: "train" | "test",
  index: number,
  session: Session,
): Promise<PredictInput> {
  const dataset = findDataset(name);
  if (dataset.task !== "classification") {
    throw new CliError(
      "INVALID_USAGE",
      `${dataset.title} has no images: give a PNG file, or a sample such as mnist:test:42.`,
    );
  }
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
  const label = samples.y.data[index] ?? 0;
  return {
    input,
    pixels: Uint8Array.from(samples.x.data.subarray(index * size, (index + 1) * size)),
    label: dataset.classNames[label] ?? String(label),
  };
}

function requireShape(takes: readonly (number | null)[], gives: readonly number[], input: string): void {
  if (takes.join() === gives.join()) return;
  throw new CliError(
    "MODEL_MISMATCH",
    `The model takes images of shape [${takes.join(", ")}], but ${input} gives [${gives.join(", ")}]. ` +
      "Use a model that was trained on such images.",
  );
}
