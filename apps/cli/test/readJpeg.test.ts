import jpeg from "jpeg-js";
import { describe, expect, it } from "vitest";
import { readJpeg } from "../src/images/readJpeg.ts";

/** Two squares of 16 x 16 beside each other: red, then blue. */
function redAndBlue(): Buffer {
  const data = new Uint8Array(32 * 16 * 4).fill(255);
  for (let at = 0; at < 32 * 16; at++) data.set(at % 32 < 16 ? [255, 0, 0] : [0, 0, 255], at * 4);
  return jpeg.encode({ width: 32, height: 16, data }, 95).data;
}

/** The same file with an EXIF header that says how the camera was held. */
function held(file: Buffer, orientation: number): Buffer {
  const exif = Buffer.from(
    "FFE1 0022 45786966 0000 4D4D 002A 00000008 0001 0112 0003 00000001 00010000 00000000".replaceAll(
      " ",
      "",
    ),
    "hex",
  );
  exif.writeUInt16BE(orientation, 28);
  return Buffer.concat([file.subarray(0, 2), exif, file.subarray(2)]);
}

describe("readJpeg(bytes)", () => {
  it("reads colours", () => {
    const { width, height, channels, data } = readJpeg(redAndBlue());
    expect([width, height, channels]).toEqual([32, 16, 3]);
    const [red = 0, green = 0, blue = 0] = Array.from(data).slice(0, 3);
    expect(red).toBeGreaterThan(240);
    expect(Math.max(green, blue)).toBeLessThan(15);
  });

  it.each([
    // Where the red square is, as EXIF 2.32 draws it.
    [1, 32, "left"],
    [2, 32, "right"],
    [3, 32, "right"],
    [4, 32, "left"],
    [5, 16, "top"],
    [6, 16, "top"],
    [7, 16, "bottom"],
    [8, 16, "bottom"],
  ])("turns a photograph with orientation %i", (orientation, expectedWidth, place) => {
    const { width, height, data } = readJpeg(held(redAndBlue(), orientation));
    expect(width).toBe(expectedWidth);
    const isRed = (x: number, y: number) => (data[(y * width + x) * 3] ?? 0) > 128;
    const [first, last] = [isRed(2, 2), isRed(width - 3, height - 3)];
    expect([first, last]).toEqual(place === "left" || place === "top" ? [true, false] : [false, true]);
  });

  it("rejects a file that is cut off, and one that would not fit into memory", () => {
    const file = redAndBlue();
    expect(() => readJpeg(file.subarray(0, file.length / 2))).toThrow(Error);
    const hostile = Buffer.from(file);
    const size = hostile.indexOf(Buffer.from([0xff, 0xc0])) + 5;
    hostile.writeUInt16BE(60_000, size);
    hostile.writeUInt16BE(60_000, size + 2);
    expect(() => readJpeg(hostile)).toThrow("it has more than 64000000 pixels: make it smaller");
  });
});
