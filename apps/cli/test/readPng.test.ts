import { encode } from "fast-png";
import { describe, expect, it } from "vitest";
import { readPng } from "../src/images/readPng.ts";

const pixels = (bytes: Uint8Array) => Array.from(readPng(bytes).data, Math.round);
const channels = (bytes: Uint8Array) => readPng(bytes).channels;

describe("readPng(bytes)", () => {
  it("reads grey of 8 and 16 bits", () => {
    expect(pixels(encode({ width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 200) }))).toEqual([
      0, 200,
    ]);
    const deep = encode({ width: 2, height: 1, channels: 1, depth: 16, data: Uint16Array.of(0, 65_535) });
    expect(pixels(deep)).toEqual([0, 255]);
  });

  it("reads colours", () => {
    const data = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255);
    const png = encode({ width: 3, height: 1, channels: 3, data });
    expect([channels(png), pixels(png)]).toEqual([3, [...data]]);
    const deep = encode({
      width: 1,
      height: 1,
      channels: 3,
      depth: 16,
      data: Uint16Array.of(65_535, 0, 32_896),
    });
    expect(pixels(deep)).toEqual([255, 0, 128]);
  });

  it("puts what is transparent on white", () => {
    const rgba = encode({ width: 2, height: 1, channels: 4, data: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 255) });
    expect([channels(rgba), pixels(rgba)]).toEqual([3, [255, 255, 255, 0, 0, 0]]);
    const greyAlpha = encode({ width: 2, height: 1, channels: 2, data: Uint8Array.of(0, 0, 0, 128) });
    expect(pixels(greyAlpha)).toEqual([255, 127]);
  });

  it("reads palettes", () => {
    const palette = [
      [255, 255, 255],
      [0, 0, 0],
    ];
    const data = Uint8Array.of(0, 1, 1, 0);
    const [white, black] = [
      [255, 255, 255],
      [0, 0, 0],
    ];
    expect(pixels(encode({ width: 2, height: 2, channels: 1, depth: 8, palette, data }))).toEqual(
      [white, black, black, white].flat(),
    );
  });

  it("rejects what is no PNG, and what would not fit into memory", () => {
    expect(() => readPng(new TextEncoder().encode("GIF89a, not a PNG at all"))).toThrow(Error);
    const hostile = encode({ width: 1, height: 1, channels: 1, data: Uint8Array.of(0) }).slice();
    new DataView(hostile.buffer).setUint32(16, 1_000_000);
    new DataView(hostile.buffer).setUint32(20, 1_000_000);
    expect(() => readPng(hostile)).toThrow("1000000000000 pixels");
  });
});
