import { describe, expect, it } from "vitest";
import { blockPicture } from "../src/terminal/blockPicture.ts";
import { coloured, plain } from "./plain.ts";

describe("blockPicture(pixels, width, height, colour)", () => {
  it("puts two rows of pixels into one line", () => {
    const rows = [
      [255, 255, 0, 0],
      [255, 0, 255, 0],
    ];
    expect(blockPicture(rows.flat(), 4, 2, plain)).toEqual(["█▀▄ "]);
  });

  it("takes an odd height", () => {
    expect(blockPicture([255, 0, 255], 1, 3, plain)).toEqual(["▀", "▀"]);
  });

  it("shows greys where the stream has colour", () => {
    expect(blockPicture([0, 255], 1, 2, coloured)).toEqual([coloured.grey("▀", 0, 1)]);
  });
});
