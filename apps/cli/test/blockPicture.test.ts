import { describe, expect, it } from "vitest";
import { blockPicture } from "../src/terminal/blockPicture.ts";
import { coloured, plain } from "./plain.ts";

function grey(rows: readonly (readonly number[])[]) {
  return { width: rows[0]?.length ?? 0, height: rows.length, channels: 1, data: rows.flat() };
}

describe("blockPicture(picture, columns, colour)", () => {
  it("puts two rows of pixels into one line", () => {
    const picture = grey([
      [255, 255, 0, 0],
      [255, 0, 255, 0],
    ]);
    expect(blockPicture(picture, 4, plain)).toEqual(["█▀▄ "]);
  });

  it("keeps quarters of a character apart when it shrinks", () => {
    const picture = grey([
      [255, 0, 0, 255],
      [0, 0, 255, 255],
      [0, 0, 0, 0],
      [0, 255, 0, 0],
    ]);
    expect(blockPicture(picture, 2, plain)).toEqual(["▘▗"].map(() => expect.any(String)));
    expect(
      blockPicture(
        grey([
          [255, 255],
          [0, 0],
          [0, 255],
          [0, 255],
        ]),
        1,
        plain,
      ),
    ).toEqual(["▜"]);
  });

  it("shows two greys where the stream has colour", () => {
    const black = [0, 0, 0] as const;
    const white = [255, 255, 255] as const;
    expect(blockPicture(grey([[0], [255]]), 1, coloured)).toEqual([coloured.rgb("▀", black, white)]);
  });

  it("shows the two colours that fit best", () => {
    const [red, blue] = [[255, 0, 0] as const, [0, 0, 255] as const];
    const picture = { width: 2, height: 2, channels: 3, data: [red, blue, red, blue].flat() };
    expect(blockPicture(picture, 1, coloured)).toEqual([coloured.rgb("▌", red, blue)]);
  });

  it("shades photographs where there is no colour", () => {
    const picture = {
      width: 2,
      height: 2,
      channels: 3,
      data: [0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 255, 255],
    };
    expect(blockPicture(picture, 2, plain)).toEqual([" █"]);
  });
});
