import { copyRun, zeroRun } from "./vector";

/**
 * Copies an image [height, width, channels] into one of another size, zero where it has no pixels.
 *
 * @param top rows of zeros above, negative to leave rows out; likewise `left`
 */
export function padImage(
  dst: usize, dstHeight: i32, dstWidth: i32, src: usize, height: i32, width: i32, channels: i32, top: i32, left: i32,
): void {
  const pixel = (<usize>channels) << 2;
  const first = min(dstWidth, max(0, left));
  const last = max(first, min(dstWidth, left + width));
  for (let y = 0; y < dstHeight; y++) {
    const from = y - top;
    if (from < 0 || from >= height) {
      zeroRun(dst, dstWidth * channels);
    } else {
      zeroRun(dst, first * channels);
      const row = src + (<usize>(from * width + first - left)) * pixel;
      copyRun(dst + (<usize>first) * pixel, row, (last - first) * channels);
      zeroRun(dst + (<usize>last) * pixel, (dstWidth - last) * channels);
    }
    dst += (<usize>dstWidth) * pixel;
  }
}
