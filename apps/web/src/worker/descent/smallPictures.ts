import type { NdArray } from "@minibatch/datasets";

/**
 * Makes pictures of bytes half as wide and half as high, the mean of four pixels each; those of an odd side stay as large as they are.
 *
 * @param pictures `[pictures, height, width, channels]`
 * @returns a row each, of numbers from 0 to 1
 */
export function smallPictures({ data, shape }: NdArray): NdArray<Float64Array> {
  const [pictures = 0, height = 1, width = 1, channels = 1] = shape;
  const by = height % 2 === 0 && width % 2 === 0 ? 2 : 1;
  const rowLength = (width / by) * channels;
  const length = (height / by) * rowLength;
  const small = new Float64Array(pictures * length);
  for (const [at, ink] of data.entries()) {
    const channel = at % channels;
    const column = Math.floor(at / channels) % width;
    const row = Math.floor(at / (channels * width)) % height;
    const picture = Math.floor(at / (channels * width * height));
    const cell =
      picture * length + Math.floor(row / by) * rowLength + Math.floor(column / by) * channels + channel;
    small[cell] = (small[cell] as number) + ink / (by * by * 255);
  }
  return { data: small, shape: [pictures, length] };
}
