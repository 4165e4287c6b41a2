import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resample } from "../src/index.ts";

interface Scale {
  readonly channels: number;
  readonly from: readonly [height: number, width: number];
  readonly to: readonly [height: number, width: number];
  readonly values: readonly number[];
  readonly means: readonly number[];
  /** What Pillow makes of it where the sizes divide; it rounds after each of the two axes. */
  readonly box: readonly number[] | null;
}

const reference = new URL("./reference/resample.json", import.meta.url);
const { scales } = JSON.parse(readFileSync(reference, "utf8")) as { scales: readonly Scale[] };

describe("resample(picture, width, height)", () => {
  it.for(scales)("gives the means of areas: $channels channels, from $from to $to", (scale) => {
    const { channels, from, to, values, means, box } = scale;
    const scaled = resample({ height: from[0], width: from[1], channels, data: values }, to[1], to[0]);
    expect(scaled).toHaveLength(means.length);
    for (const [at, mean] of means.entries()) expect(scaled[at]).toBeCloseTo(mean, 4);
    for (const [at, value] of (box ?? []).entries()) {
      expect(Math.abs(Math.round(scaled[at] ?? 0) - value)).toBeLessThanOrEqual(1);
    }
  });

  it("scales a part as if it were cut out", () => {
    const data = Uint8Array.from({ length: 7 * 6 * 3 }, (_, at) => (at * 37) % 256);
    const part = { left: 2, top: 1, width: 4, height: 3 };
    const cut = Array.from({ length: 4 * 3 * 3 }, (_, at) => {
      const [row, rest] = [Math.floor(at / 12), at % 12];
      return data[(part.top + row) * 21 + part.left * 3 + rest] ?? 0;
    });
    const expected = resample({ width: 4, height: 3, channels: 3, data: cut }, 3, 2);
    expect(resample({ width: 7, height: 6, channels: 3, data }, 3, 2, part)).toEqual(expected);
  });

  it("changes no mean and no flat colour", () => {
    const flat = resample({ width: 17, height: 11, data: new Uint8Array(187).fill(93) }, 5, 3);
    for (const value of flat) expect(value).toBeCloseTo(93, 5);
  });
});
