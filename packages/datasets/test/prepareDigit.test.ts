import { describe, expect, it } from "vitest";
import type { GreyImage } from "../src/images/GreyImage.ts";
import { prepareDigit } from "../src/images/prepareDigit.ts";

/** A page with an upright bar of ink. */
function page(
  size: number,
  left: number,
  top: number,
  width: number,
  height: number,
  paper: number,
  ink: number,
) {
  const data = new Float32Array(size * size).fill(paper);
  for (let y = top; y < top + height; y++) data.fill(ink, y * size + left, y * size + left + width);
  return { width: size, height: size, data } satisfies GreyImage;
}

function bounds(frame: Uint8Array) {
  const points = Array.from(frame.entries()).filter(([, value]) => value > 0);
  const xs = points.map(([at]) => at % 28);
  const ys = points.map(([at]) => Math.floor(at / 28));
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}

describe("prepareDigit(image)", () => {
  it("scales the longer side to 20 pixels and centres it in 28", () => {
    const frame = prepareDigit(page(200, 10, 15, 25, 100, 0, 255));
    expect(frame).toHaveLength(784);
    expect(bounds(frame)).toEqual([12, 16, 4, 23]);
  });

  it("makes the same of black on white as of white on black", () => {
    expect(prepareDigit(page(200, 90, 20, 40, 160, 255, 0))).toEqual(
      prepareDigit(page(200, 30, 5, 40, 160, 0, 255)),
    );
  });

  it("makes faint ink on grey paper full ink on black", () => {
    const frame = prepareDigit(page(50, 20, 10, 10, 30, 180, 120));
    expect(Math.max(...frame)).toBe(255);
    expect(frame[0]).toBe(0);
  });

  it("finds ink on paper on which light falls unevenly", () => {
    const even = page(200, 60, 40, 30, 100, 220, 40);
    const uneven = { ...even, data: even.data.map((value, at) => value * (0.6 + 0.4 * ((at % 200) / 200))) };
    expect(bounds(prepareDigit(uneven))).toEqual(bounds(prepareDigit(even)));
  });

  it("finds ink that reaches the border", () => {
    // The lowest 60 rows of the page's left edge are ink.
    expect(bounds(prepareDigit(page(200, 0, 140, 30, 60, 255, 0)))).toEqual([9, 18, 4, 23]);
  });

  it("enlarges small drawings", () => {
    const [left = 0, right = 0, top = 0, bottom = 0] = bounds(prepareDigit(page(8, 3, 1, 2, 5, 0, 255)));
    expect([right - left + 1, bottom - top + 1]).toEqual([8, 20]);
  });

  it("leaves an MNIST image as it is: it is in the middle already", () => {
    const image = page(28, 12, 4, 4, 20, 0, 255);
    expect(Array.from(prepareDigit(image))).toEqual(Array.from(image.data));
  });

  it("rejects an empty page", () => {
    expect(() => prepareDigit(page(20, 0, 0, 0, 0, 255, 0))).toThrow("there is nothing on it");
  });
});
