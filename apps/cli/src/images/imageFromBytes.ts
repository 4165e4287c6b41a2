import { prepareDigit, prepareGarment } from "@minibatch/datasets";
import { decodePicture, luminance, onItsGround, preparePicture } from "@minibatch/images";

/** What a picture of a model of digits, or of garments, shows apart from its ground; undefined for photographs, which have none. */
export function thingOn(
  shape: readonly number[],
  dataset: string | undefined,
): "digit" | "garment" | undefined {
  if (shape.join() !== "28,28,1") return undefined;
  return dataset === "fashion-mnist" ? "garment" : "digit";
}

/**
 * Makes of the bytes of a picture what a model takes that does not say how its pictures were prepared.
 *
 * @param shape height, width and channels that the model takes
 * @param dataset what the model was trained on, as far as it says
 * @returns bytes, row-major, channels last
 * @throws {ImageError} `UNREADABLE_PICTURE`
 * @throws {DatasetError} `INVALID_ARGUMENT` when there is nothing on the picture
 */
export async function imageFromBytes(
  bytes: Uint8Array,
  shape: readonly number[],
  dataset: string | undefined,
): Promise<Uint8Array> {
  const picture = await decodePicture(bytes);
  const thing = thingOn(shape, dataset);
  if (thing === undefined) {
    const [height = 1, width = 1, channels = 1] = shape;
    return preparePicture(picture, { height, width, channels: channels === 1 ? 1 : 3, fit: "crop" });
  }
  return (thing === "garment" ? prepareGarment : prepareDigit)(luminance(onItsGround(picture)));
}
