import { decode } from "fast-png";
import { describe, expect, it } from "vitest";
import { gridColours } from "../src/preview/gridColours.ts";
import { gridLayout } from "../src/preview/gridLayout.ts";
import { gridPng } from "../src/preview/gridPng.ts";
import { flatSamples } from "./flatSamples.ts";

describe("gridPng(layout)", () => {
  it("draws greys as ink on paper, colours as they are, and labels below", () => {
    for (const [channels, value] of [
      [1, 55],
      [3, 200],
    ] as const) {
      const layout = gridLayout(flatSamples(1, channels), 5);
      const { width, height, data } = decode(gridPng(layout));
      expect([width, height]).toEqual([layout.width, layout.height]);
      const at = (x: number, y: number) => [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
      const [tile] = layout.tiles;
      expect(at(0, 0)).toEqual(gridColours.page);
      expect(at(tile?.left ?? 0, tile?.top ?? 0)).toEqual([value, value, value]);
      const label = data.subarray((tile?.labelTop ?? 0) * width * 3);
      expect(label).toContain(gridColours.label[0]);
    }
  });
});
