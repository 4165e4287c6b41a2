import { describe, expect, it } from "vitest";
import { gridLayout } from "../src/preview/gridLayout.ts";
import { gridSvg } from "../src/preview/gridSvg.ts";
import { flatSamples } from "./flatSamples.ts";

describe("gridSvg(layout, title)", () => {
  it("draws the same with text, and escapes it", () => {
    const svg = gridSvg(gridLayout(flatSamples(2, 1, "T-shirt & <top>"), 5), "Clothes");
    expect(svg).toMatch(/^<svg [^>]*aria-label="Clothes"/);
    expect(svg.match(/<image /g)).toHaveLength(2);
    expect(svg).toContain(">T-shirt &amp; &lt;top&gt;</text>");
    expect(svg).toContain('href="data:image/png;base64,');
  });
});
