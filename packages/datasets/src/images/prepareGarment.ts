import type { GreyImage } from "./GreyImage.ts";
import { inkBounds } from "./inkBounds.ts";
import { inkOf, withoutFaintInk } from "./inkOf.ts";
import { resample } from "./resample.ts";

const FRAME = 28;

/**
 * Makes of a picture of a garment what Fashion-MNIST made of a shop's photographs: trimmed, scaled so that the longer side
 * is 28 pixels, put into the middle of 28 x 28, light on black.
 *
 * On light ground brightness is turned around, as there (Xiao et al. 2017, arXiv:1708.07747, section 2): a black shoe
 * becomes white, a pale shirt dark grey. On dark ground it stays. Shades within the garment are kept.
 *
 * @param image one garment on plain ground, of any size
 * @returns 28 x 28 bytes, row-major, 0 is ground
 * @throws {DatasetError} `INVALID_ARGUMENT` when there is nothing on the picture
 * @example
 * const x = { data: prepareGarment(photo), shape: [1, 28, 28, 1] };
 * const probabilities = await predict(model, x);
 */
export function prepareGarment(image: GreyImage): Uint8Array {
  const ink = inkOf(image);
  const box = inkBounds(withoutFaintInk(ink));
  const scale = FRAME / Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const data = resample(ink, width, height, box);
  const left = Math.floor((FRAME - width) / 2);
  const top = Math.floor((FRAME - height) / 2);
  const frame = new Uint8Array(FRAME * FRAME);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      frame[(top + row) * FRAME + left + column] = Math.round(data[row * width + column] ?? 0);
    }
  }
  return frame;
}
