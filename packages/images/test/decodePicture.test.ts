import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodePicture } from "../src/index.ts";

interface Reference {
  readonly files: Readonly<
    Record<string, { file: string; height: number; width: number; rgb: number[]; tolerance: number }>
  >;
}

const { files } = JSON.parse(
  readFileSync(new URL("./reference/pictures.json", import.meta.url), "utf8"),
) as Reference;

function largestDifference(data: ArrayLike<number>, channels: number, rgb: readonly number[]): number {
  return rgb.reduce((most, value, at) => {
    const found = data[channels === 1 ? Math.floor(at / 3) : at] ?? Number.POSITIVE_INFINITY;
    return Math.max(most, Math.abs(found - value));
  }, 0);
}

describe("decodePicture(bytes) reads what Pillow reads", () => {
  it.for(Object.entries(files))("%s", async ([, { file, height, width, rgb, tolerance }]) => {
    const picture = await decodePicture(Buffer.from(file, "base64"));
    expect([picture.height, picture.width]).toEqual([height, width]);
    expect(picture.data).toHaveLength(height * width * picture.channels);
    expect(largestDifference(picture.data, picture.channels, rgb)).toBeLessThanOrEqual(tolerance);
  });
});
