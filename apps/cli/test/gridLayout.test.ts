import { describe, expect, it } from "vitest";
import { gridLayout } from "../src/preview/gridLayout.ts";
import { flatSamples } from "./flatSamples.ts";

describe("gridLayout(samples, columns)", () => {
  it("sets images side by side, and as many rows as it takes", () => {
    const { scale, tiles, width, height } = gridLayout(flatSamples(7, 1), 5);
    expect(scale).toBe(5);
    expect(new Set(tiles.map(({ left }) => left)).size).toBe(5);
    expect(new Set(tiles.map(({ top }) => top)).size).toBe(2);
    const last = tiles[6];
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeLessThan(height);
    expect(Math.max(...tiles.map((tile) => tile.left + tile.width))).toBeLessThan(width);
  });

  it("is no wider than there are samples", () => {
    expect(gridLayout(flatSamples(2, 1), 5).width).toBeLessThan(gridLayout(flatSamples(3, 1), 5).width);
  });
});
