import type { Samples } from "@minibatch/datasets";
import type { Developed } from "../develop/Developed.ts";
import type { Preparation } from "../ImageDataset.ts";
import { withChannels } from "../pixels/greyOf.ts";

/** A picture of the dataset. */
export interface Row extends Developed {
  readonly file: string;
  readonly label: number;
}

/** Puts rows one after the other. */
export function stackRows(
  rows: readonly Row[],
  { height, width, channels }: Preparation,
): Samples<Uint8Array, Uint8Array> {
  const bytes = height * width * channels;
  const x = new Uint8Array(rows.length * bytes);
  const y = new Uint8Array(rows.length);
  for (const [at, { pixels, label }] of rows.entries()) {
    x.set(withChannels(pixels, pixels.length / (height * width), channels), at * bytes);
    y[at] = label;
  }
  const names = rows.map(({ file }) => file);
  return {
    x: { data: x, shape: [rows.length, height, width, channels] },
    y: { data: y, shape: [rows.length] },
    names,
  };
}
