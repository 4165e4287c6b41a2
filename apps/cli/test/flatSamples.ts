import type { PreviewSample } from "../src/preview/PreviewSample.ts";

/** Samples that are 28 x 28 pixels of one grey, or one colour. */
export function flatSamples(count: number, channels: number, label = "Bag"): PreviewSample[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    label,
    picture: { width: 28, height: 28, channels, data: new Uint8Array(28 * 28 * channels).fill(200) },
  }));
}
