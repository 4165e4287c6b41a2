import type { PlanePoint } from "@minibatch/recipes";

/** Values from 0 to 1 are written as a digit of this base: as fine as an eye tells in a picture that moves. */
export const levels = 36;

/** What two trainings looked like on their way, as `livePictures.json` has it. */
export interface LivePictures {
  /** The probability of the second class over the plane, row by row, and points of both classes, in hundredths. */
  readonly boundary: Moments & {
    readonly points: readonly (readonly number[])[];
    readonly accuracy: readonly number[];
  };
  /** The weights of the first layer, `shape` `[height, width, channels, filters]`, 0.5 where they are 0. */
  readonly filters: Moments;
  /** The colour of each cell of the confusion matrix, row by row. */
  readonly confusion: Moments & { readonly accuracy: readonly number[] };
}

/** A network that was looked at again and again while it learned. */
export interface Moments {
  /** How many batches it had learned from. */
  readonly batches: readonly number[];
  readonly shape: readonly number[];
  /** What one saw, a digit a value. */
  readonly frames: readonly string[];
}

/** Fetches the pictures: as data, so that no script has to be read for them. */
export async function loadLivePictures(): Promise<LivePictures> {
  const response = await fetch(new URL("./livePictures.json", import.meta.url));
  return (await response.json()) as LivePictures;
}

/**
 * What a network looked like on its way; between two looks it is drawn between both.
 *
 * @param share of the way, 0 to 1
 * @returns values from 0 to 1
 */
export function valuesAt({ frames }: Moments, share: number): Float32Array {
  const at = share * (frames.length - 1);
  const before = Math.floor(at);
  const [from = "", to = from] = [frames[before], frames[before + 1]];
  const part = at - before;
  return Float32Array.from(from, (digit, index) => {
    const value = Number.parseInt(digit, levels);
    const next = Number.parseInt(to[index] ?? digit, levels);
    return (value + part * (next - value)) / (levels - 1);
  });
}

/** The points that the boundary is to part, from -1 to 1. */
export function pointsOf({ points }: LivePictures["boundary"]): PlanePoint[] {
  return points.map(([x = 0, y = 0, label]) => ({ x: x / 100, y: y / 100, label: label === 1 ? 1 : 0 }));
}
