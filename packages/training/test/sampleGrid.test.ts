import { describe, expect, it } from "vitest";
import { imageUri } from "../src/plots/imageUri.ts";
import { sampleGrid } from "../src/plots/sampleGrid.ts";
import { drawPlot } from "./drawPlot.ts";

const classNames = ["cat", "dog"];
const samples = {
  x: { data: Uint8Array.from({ length: 5 * 4 }, (_, at) => at * 12), shape: [5, 2, 2, 1] },
  y: { data: Uint8Array.of(0, 1, 1, 0, 1), shape: [5] },
};

describe("sampleGrid(samples, classNames)", () => {
  it("gives a row for each image, with its place and its pixels as an address", () => {
    const { rows } = sampleGrid(samples, classNames, { columns: 2 });
    expect(rows.map(({ index, column, row, actual }) => [index, column, row, actual])).toEqual([
      [0, 0, 0, "cat"],
      [1, 1, 0, "dog"],
      [2, 0, 1, "dog"],
      [3, 1, 1, "cat"],
      [4, 0, 2, "dog"],
    ]);
    expect(rows[1]).toMatchObject({
      predicted: null,
      image: imageUri([48, 60, 72, 84], [2, 2, 1], { inverted: true }),
    });
  });

  it("draws each image with its class below", async () => {
    const plot = sampleGrid(samples, classNames, { columns: 2 });
    const drawing = await drawPlot(plot);
    const images = drawing.items("image");
    const words = drawing.items("text");
    expect(images.map(({ url }) => url)).toEqual(plot.rows.map(({ image }) => image));
    expect(words.map(({ text }) => text)).toEqual(["cat", "dog", "dog", "cat", "dog"]);
    for (const [at, { x, y }] of words.entries()) {
      const image = images[at];
      expect(x - (image?.width ?? 0) / 2).toBe(image?.x);
      expect(y - (image?.height ?? 0)).toBeGreaterThan(image?.y ?? 0);
    }
    expect(images[2]?.x).toBe(images[0]?.x);
    expect(images[2]?.y).toBeGreaterThan(words[0]?.y ?? 0);
    expect(drawing.svg).toContain("pixelated");
  });

  it("says of predictions which are right, and of the others what is true", async () => {
    const plot = sampleGrid(samples, classNames, { indices: [4, 0], predicted: [1, 1, 1, 0, 1] });
    expect(plot.rows.map(({ actual, predicted }) => [actual, predicted])).toEqual([
      ["dog", "dog"],
      ["cat", "dog"],
    ]);
    const words = (await drawPlot(plot)).items("text");
    expect(words.map(({ text, fill }) => [text, fill])).toEqual([
      ["dog", "#1a7f37"],
      ["dog", "#c0392b"],
      ["is cat", "#777777"],
    ]);
  });

  it("leaves images in colour as they are", () => {
    const data = Uint8Array.of(1, 2, 3);
    const { rows } = sampleGrid({ x: { data, shape: [1, 1, 1, 3] }, y: { data, shape: [1] } }, classNames);
    expect(rows[0]?.image).toBe(imageUri([1, 2, 3], [1, 1, 3]));
  });

  it("rejects a sample that is not there", () => {
    expect(() => sampleGrid(samples, classNames, { indices: [5] })).toThrow("no sample 5: there are 5");
  });
});
