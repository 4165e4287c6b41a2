import type { Bounds } from "./inkBounds.ts";

/** A picture of any number of channels, row-major, channels last. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** How many values a pixel has; 1 when it is not said. */
  readonly channels?: number;
  readonly data: ArrayLike<number>;
}

/**
 * Scales a picture, or a part of it: each new pixel is the mean of the area that it covers.
 *
 * @param picture its values may be bytes or numbers of any range
 * @param width of the result, in pixels
 * @param height of the result, in pixels
 * @param part what is scaled, in whole pixels
 * @default part the whole picture
 * @returns `height * width * channels` values, not rounded
 * @example
 * resample({ width: 2, height: 1, data: [10, 30] }, 1, 1); // Float32Array [20]
 */
export function resample(picture: Pixels, width: number, height: number, part?: Bounds): Float32Array {
  const { channels = 1, data } = picture;
  const { left, top, width: across, height: down } = part ?? { left: 0, top: 0, ...picture };
  const columns = sharesOf(width, across);
  const rows = sharesOf(height, down);
  const line = new Float64Array(width * channels);
  const sum = new Float64Array(width * channels);
  const scaled = new Float32Array(height * width * channels);
  let reduced = -1;
  for (let y = 0; y < height; y++) {
    sum.fill(0);
    for (let row = rows.first(y); row < rows.end(y); row++) {
      // Two new rows may share an old one: it is reduced once.
      if (row !== reduced) {
        reduceRow(data, ((top + row) * picture.width + left) * channels, channels, columns, line);
        reduced = row;
      }
      const share = rows.share(y, row);
      for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + share * (line[at] as number);
    }
    scaled.set(sum, y * sum.length);
  }
  return scaled;
}

/** Scales one row of pixels, which begins at `start`. */
function reduceRow(
  data: ArrayLike<number>,
  start: number,
  channels: number,
  columns: Shares,
  line: Float64Array,
): void {
  for (let x = 0; x * channels < line.length; x++) {
    const first = columns.first(x);
    const end = columns.end(x);
    for (let channel = 0; channel < channels; channel++) {
      let at = start + first * channels + channel;
      let sum = columns.share(x, first) * (data[at] as number);
      // Between the first and the last, each counts the same.
      let inner = 0;
      for (let column = first + 1; column < end - 1; column++) {
        at += channels;
        inner += data[at] as number;
      }
      sum += columns.whole * inner;
      if (end - first > 1) sum += columns.share(x, end - 1) * (data[at + channels] as number);
      line[x * channels + channel] = sum;
    }
  }
}

/** Which old pixels each new one covers along an axis, and how much of it each of them makes up. */
interface Shares {
  first(target: number): number;
  /** One after the last. */
  end(target: number): number;
  share(target: number, old: number): number;
  /** What an old pixel makes up that is covered wholly. */
  readonly whole: number;
}

function sharesOf(length: number, oldLength: number): Shares {
  const step = oldLength / length;
  return {
    first: (target) => Math.floor((target * oldLength) / length),
    // Whole numbers multiplied first: no rounding makes up a pixel beyond the last.
    end: (target) => Math.ceil(((target + 1) * oldLength) / length),
    share: (target, old) => (Math.min((target + 1) * step, old + 1) - Math.max(target * step, old)) / step,
    whole: 1 / step,
  };
}
