import { findDataset } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { imageFromFile } from "../images/imageFromFile.ts";
import type { Session } from "../Session.ts";
import { parseSampleName } from "./parseSampleName.ts";
import { sampleReader } from "./sampleReader.ts";

/** An image to predict. */
export interface ImageInput {
  /** As it was typed. */
  readonly input: string;
  /** The bytes of the image, as the model takes them. */
  readonly pixels: Uint8Array;
  /** The true class, where a dataset knows it. */
  readonly label?: string;
}

/**
 * Gets the images that were asked for, from files and datasets, in their order.
 *
 * @param takes height, width and channels of what the model takes
 * @throws {CliError} `INVALID_USAGE`, `INVALID_IMAGE` or `MODEL_MISMATCH`
 * @throws {DatasetError} when a dataset cannot be loaded
 */
export async function imageInputs(
  images: readonly string[],
  takes: readonly number[],
  { metadata }: LoadedModel,
  session: Session,
): Promise<ImageInput[]> {
  const readSample = sampleReader(images, session);
  const inputs: ImageInput[] = [];
  for (const input of images) {
    const sample = parseSampleName(input);
    if (sample === undefined) {
      const pixels = await imageFromFile(session.resolve(input), input, takes, metadata.dataset);
      inputs.push({ input, pixels });
      continue;
    }
    const dataset = findDataset(sample.dataset);
    requireShape(takes, dataset.inputShape, input);
    const { x, y } = await readSample(sample);
    inputs.push({ input, pixels: Uint8Array.from(x), label: dataset.classNames[y] ?? String(y) });
  }
  return inputs;
}

function requireShape(takes: readonly number[], gives: readonly number[], input: string): void {
  if (takes.join() === gives.join()) return;
  throw new CliError(
    "MODEL_MISMATCH",
    `The model takes images of shape [${takes.join(", ")}], but ${input} gives [${gives.join(", ")}]. ` +
      "Use a model that was trained on such images.",
  );
}
