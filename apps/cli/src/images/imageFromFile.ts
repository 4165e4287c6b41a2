import { readFile } from "node:fs/promises";
import { prepareDigit, prepareGarment } from "@minibatch/datasets";
import { decodePicture, ImageError, luminance, onItsGround, preparePicture } from "@minibatch/images";
import { CliError } from "../CliError.ts";

/**
 * Reads an image from a file and makes of it what a model takes.
 *
 * @param path where it lies
 * @param name what messages call it
 * @param shape height, width and channels that the model takes
 * @param dataset what the model was trained on, as far as it says
 * @returns bytes, row-major, channels last
 * @throws {CliError} `INVALID_IMAGE`
 */
export async function imageFromFile(
  path: string,
  name: string,
  shape: readonly number[],
  dataset: string | undefined,
): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "EISDIR" ? "it is a folder, not a file" : cause.message;
    throw new CliError(
      "INVALID_IMAGE",
      `The image ${name} cannot be read: ${why}. ` +
        "Give a picture, such as a PNG or JPEG file, or a sample of a dataset such as mnist:test:42.",
      { cause },
    );
  });
  const thing = thingOn(shape, dataset);
  try {
    const picture = await decodePicture(bytes);
    if (thing === undefined) {
      const [height = 1, width = 1, channels = 1] = shape;
      return preparePicture(picture, { height, width, channels: channels === 1 ? 1 : 3, fit: "crop" });
    }
    return (thing === "garment" ? prepareGarment : prepareDigit)(luminance(onItsGround(picture)));
  } catch (cause) {
    throw new CliError(
      "INVALID_IMAGE",
      `The image ${name} cannot be used: ${whyNot(cause)}. ` +
        `Give a picture, such as a PNG or JPEG file${thing === undefined ? "" : ` with one ${thing} on plain ground`}.`,
      { cause },
    );
  }
}

/** What is said of a file goes on from its name: "is empty". */
function whyNot(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return cause instanceof ImageError ? `it ${message}` : message;
}

/** What images of this shape show apart from their ground; undefined for photographs, which have none. */
function thingOn(shape: readonly number[], dataset: string | undefined): "digit" | "garment" | undefined {
  if (shape.join() !== "28,28,1") return undefined;
  return dataset === "fashion-mnist" ? "garment" : "digit";
}
