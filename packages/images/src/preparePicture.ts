import type { Preparation } from "./ImageDataset.ts";
import type { Picture } from "./Picture.ts";
import { frame } from "./pixels/frame.ts";
import { greyOf } from "./pixels/greyOf.ts";

/**
 * Makes of a picture what a model takes that was trained on pictures so prepared: scaled by the mean of what each pixel covers,
 * with its proportions kept.
 *
 * @param picture of any size, grey or in colour
 * @param preparation as the card of {@link imageFolder}'s dataset has it
 * @returns `height * width * channels` bytes, row-major, channels last: what the dataset has for that picture
 * @example
 * const picture = await decodePicture(await readFile("photo.jpg"));
 * const x = { data: preparePicture(picture, pictures.preparation), shape: [1, ...pictures.inputShape] };
 */
export function preparePicture(picture: Picture, preparation: Omit<Preparation, "kind">): Uint8Array {
  const { data } = frame({ ...picture, orientation: 1 }, preparation);
  return preparation.channels === 1 ? greyOf(data) : data;
}
