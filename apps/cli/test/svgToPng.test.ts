import { imageUri } from "@minibatch/training";
import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { svgToPng } from "../src/report/svgToPng.ts";

const svg = (contents: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40">${contents}</svg>`;

/** How many pixels are darker than `limit`, of 255. */
async function darkPixels(contents: string, limit = 128): Promise<number> {
  const { width, height, data, channels } = decode(await svgToPng(svg(contents)));
  expect([width, height]).toEqual([200, 80]);
  return Array.from({ length: width * height }, (_, at) => data[at * channels] ?? 0).filter(
    (value) => value < limit,
  ).length;
}

describe("svgToPng(svg)", () => {
  it("draws at twice the size, on white", async () => {
    expect(await darkPixels("")).toBe(0);
    expect(await darkPixels('<rect width="50" height="40"/>')).toBe(100 * 80);
  });

  it("sets text in its own font, whatever font is asked for", async () => {
    const word = (text: string) =>
      `<text x="10" y="25" font-family="system-ui, 'Segoe UI', sans-serif" font-size="14">${text}</text>`;
    const dark = await darkPixels(word("loss"));
    expect(dark).toBeGreaterThan(50);
    expect(await darkPixels(word("loss loss"))).toBeGreaterThan(1.8 * dark);
    // The minus of numbers on axes.
    expect(await darkPixels(word("\u2212"))).toBeGreaterThan(10);
  });

  it("shows the pixels of images", async () => {
    const image = imageUri([0, 255], [1, 2, 1]);
    const drawn = `<image width="100" height="40" preserveAspectRatio="none" href="${image}"/>`;
    // Smoothed, the edge between black and white would have greys.
    for (const limit of [10, 250]) expect(await darkPixels(drawn, limit)).toBe(100 * 80);
  });
});
