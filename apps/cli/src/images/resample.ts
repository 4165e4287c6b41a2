import type { Picture } from "./Picture.ts";

/**
 * Scales a picture: each new pixel is the mean of the area that it covers.
 *
 * @returns a picture of `width` x `height` with the same channels
 */
export function resample(picture: Picture, width: number, height: number): Picture {
  const { channels, data } = picture;
  const scaled = new Float32Array(width * height * channels);
  const columns = Array.from({ length: width }, (_, x) => sharesOf(x, width, picture.width));
  for (let y = 0; y < height; y++) {
    const rows = sharesOf(y, height, picture.height);
    for (const [x, across] of columns.entries()) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (const row of rows) {
          for (const column of across) {
            const at = (row.at * picture.width + column.at) * channels + channel;
            sum += row.share * column.share * (data[at] ?? 0);
          }
        }
        scaled[(y * width + x) * channels + channel] = sum;
      }
    }
  }
  return { width, height, channels, data: scaled };
}

/** Which of the old pixels a new one covers along an axis, and how much each of them counts. */
function sharesOf(target: number, length: number, oldLength: number): { at: number; share: number }[] {
  const step = oldLength / length;
  const [from, to] = [target * step, (target + 1) * step];
  const first = Math.floor(from);
  return Array.from({ length: Math.min(oldLength, Math.ceil(to - 1e-9)) - first }, (_, offset) => {
    const at = first + offset;
    return { at, share: (Math.min(to, at + 1) - Math.max(from, at)) / step };
  });
}
