import type { ModelShape } from "../storage/models.ts";

/**
 * Whether a network gives a number for each class of an image. It may take images as they are, without an axis for their one channel, or
 * flattened: the pixels lie in the same order.
 *
 * @param image the shape of one, `[height, width, channels]`
 * @param classes how many there are; any number from two on where it is not said
 */
export function tellsImagesApart(
  { input, output }: ModelShape,
  image: readonly number[],
  classes?: number,
): boolean {
  const [count] = output;
  if (output.length !== 1 || (count ?? 0) < 2 || (classes !== undefined && count !== classes)) return false;
  return formsOf(image).some((form) => form.join() === input.join());
}

/** The shapes that an image may have for a network. */
function formsOf(image: readonly number[]): readonly (readonly number[])[] {
  const flat = [image.reduce((product, length) => product * length, 1)];
  return image.at(-1) === 1 ? [image, image.slice(0, -1), flat] : [image, flat];
}
