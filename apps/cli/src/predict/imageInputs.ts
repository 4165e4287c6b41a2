import { findDataset } from "@minibatch/datasets";
import { ImageError } from "@minibatch/images";
import type { LoadedModel } from "@minibatch/models";
import { CliError } from "../CliError.ts";
import { errorCode } from "../exitCode.ts";
import { imageFromBytes, thingOn } from "../images/imageFromBytes.ts";
import type { InputReader } from "../inputs/createInputReader.ts";
import { pictureFiles } from "../inputs/pictureFiles.ts";
import type { UnreadInput } from "./predictionsOutput.ts";
import type { Session } from "../Session.ts";
import { parseSampleName } from "./parseSampleName.ts";
import { sampleReader } from "./sampleReader.ts";

/** An image to predict. */
export interface ImageInput {
  /** As it was typed, or the path of a file in the folder that was. */
  readonly input: string;
  /** The bytes of the image, as the model takes them. */
  readonly pixels: Uint8Array;
  /** The true class, where a dataset knows it. */
  readonly label?: string;
}

/**
 * Gets the images that were asked for, from files, folders, addresses and datasets, in their order.
 *
 * @param takes height, width and channels of what the model takes
 * @returns what could be read, and what could not: one of many does not lose the others
 * @throws {CliError} `INVALID_USAGE` or `MODEL_MISMATCH`; `INVALID_IMAGE` for a single one
 * @throws {DatasetError} when a dataset cannot be loaded
 */
export async function imageInputs(
  images: readonly string[],
  takes: readonly number[],
  { metadata }: LoadedModel,
  reader: InputReader,
  session: Session,
): Promise<{ readonly inputs: readonly ImageInput[]; readonly unread: readonly UnreadInput[] }> {
  const readSample = sampleReader(images, session);
  const inputs: ImageInput[] = [];
  const unread: UnreadInput[] = [];
  const filesOf = async (image: string) =>
    parseSampleName(image) === undefined ? pictureFiles(image, session) : [image];
  const files = (await Promise.all(images.map(filesOf))).flat();
  for (const input of files) {
    session.source.signal.throwIfAborted();
    const sample = parseSampleName(input);
    if (sample === undefined) {
      try {
        const pixels = await imageFromBytes(await reader.bytes(input), takes, metadata.dataset);
        inputs.push({ input, pixels });
      } catch (cause) {
        if (errorCode(cause) === undefined || errorCode(cause) === "INVALID_USAGE") throw cause;
        if (files.length === 1) throw invalidImage(input, takes, metadata.dataset, cause);
        unread.push({ input, message: whyNot(cause) });
      }
      continue;
    }
    const dataset = findDataset(sample.dataset);
    requireShape(takes, dataset.inputShape, input);
    const { x, y } = await readSample(sample);
    inputs.push({ input, pixels: Uint8Array.from(x), label: dataset.classNames[y] ?? String(y) });
  }
  return { inputs, unread };
}

function invalidImage(
  input: string,
  takes: readonly number[],
  dataset: string | undefined,
  cause: unknown,
): CliError {
  const thing = thingOn(takes, dataset);
  const instead = thing === undefined ? "" : ` with one ${thing} on plain ground`;
  const reason =
    cause instanceof ImageError || cause instanceof CliError ? `it ${whyNot(cause)}` : whyNot(cause);
  return new CliError(
    "INVALID_IMAGE",
    `The image ${input} cannot be used: ${reason}. ` +
      `Give a picture, such as a PNG or JPEG file${instead}, a folder of them, or a sample of a dataset such as mnist:test:42.`,
    { cause },
  );
}

/** What is said of a file mostly goes on from its name: "is empty". */
function whyNot(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
}

function requireShape(takes: readonly number[], gives: readonly number[], input: string): void {
  if (takes.join() === gives.join()) return;
  throw new CliError(
    "MODEL_MISMATCH",
    `The model takes images of shape [${takes.join(", ")}], but ${input} gives [${gives.join(", ")}]. ` +
      "Use a model that was trained on such images.",
  );
}
