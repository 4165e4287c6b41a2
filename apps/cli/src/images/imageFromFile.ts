import { readFile } from "node:fs/promises";
import { prepareDigit, prepareGarment } from "@minibatch/datasets";
import { CliError } from "../CliError.ts";
import { luminance } from "./luminance.ts";
import { onItsGround } from "./onItsGround.ts";
import { preparePhotograph } from "./preparePhotograph.ts";
import { readPicture } from "./readPicture.ts";

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
        "Give a PNG or JPEG file, or a sample of a dataset such as mnist:test:42.",
      { cause },
    );
  });
  const thing = thingOn(shape, dataset);
  try {
    const picture = await readPicture(bytes);
    if (thing === undefined) return preparePhotograph(picture, shape);
    return (thing === "garment" ? prepareGarment : prepareDigit)(luminance(onItsGround(picture)));
  } catch (cause) {
    throw new CliError(
      "INVALID_IMAGE",
      `The image ${name} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        `Give a PNG or JPEG file${thing === undefined ? "" : ` with one ${thing} on plain ground`}.`,
      { cause },
    );
  }
}

/** What images of this shape show apart from their ground; undefined for photographs, which have none. */
function thingOn(shape: readonly number[], dataset: string | undefined): "digit" | "garment" | undefined {
  if (shape.join() !== "28,28,1") return undefined;
  return dataset === "fashion-mnist" ? "garment" : "digit";
}
