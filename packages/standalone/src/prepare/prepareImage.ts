import { prepareDigit, prepareGarment } from "@minibatch/datasets";
import { preparePicture } from "@minibatch/images";
import type { PageInput } from "./PageInput.ts";

/** A picture as browsers read it, such as an `ImageData`: RGBA, row-major. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/**
 * The pixels that a model of digits or garments takes of a picture.
 *
 * @throws {DatasetError} `INVALID_ARGUMENT` where there is nothing on it
 */
export function prepareDrawing({ of }: PageInput & { kind: "drawing" }, image: RgbaImage): Uint8Array {
  const { width, height } = image;
  const rgb = onWhite(image);
  // Luminance, by the weights of ITU-R BT.601, as the datasets' own preparation has it.
  const data = Float32Array.from(
    { length: rgb.length / 3 },
    (_, at) =>
      0.299 * (rgb[3 * at] as number) +
      0.587 * (rgb[3 * at + 1] as number) +
      0.114 * (rgb[3 * at + 2] as number),
  );
  return (of === "digit" ? prepareDigit : prepareGarment)({ width, height, data });
}

/** The pixels that a model of pictures takes of one. */
export function prepareFramed(input: PageInput & { kind: "picture" }, image: RgbaImage): Uint8Array {
  const { width, height } = image;
  return preparePicture({ width, height, channels: 3, data: onWhite(image) }, input);
}

/** What can be seen through stands on white, as in training. */
function onWhite({ width, height, data }: RgbaImage): Uint8Array {
  const size = 4 * width * height;
  if (data.length !== size) {
    throw new RangeError(
      `A picture of ${width} x ${height} has ${size} values, four a pixel, and this has ${data.length}. Give what getImageData gives.`,
    );
  }
  return Uint8Array.from({ length: (size / 4) * 3 }, (_, at) => {
    const pixel = 4 * Math.floor(at / 3);
    const opaque = (data[pixel + 3] as number) / 255;
    return Math.round((data[pixel + (at % 3)] as number) * opaque + 255 * (1 - opaque));
  });
}
