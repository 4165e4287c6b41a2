import { crc32, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { imageUri } from "../src/plots/imageUri.ts";

/** The chunks of a PNG by their type, their checksums verified. */
function chunksOf(uri: string): Map<string, Buffer> {
  const [head, base64 = ""] = uri.split(",");
  expect(head).toBe("data:image/png;base64");
  const png = Buffer.from(base64, "base64");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, end));
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    at = end + 4;
  }
  return chunks;
}

describe("imageUri(pixels, shape)", () => {
  it("makes a PNG of greys and of colours", () => {
    const grey = chunksOf(imageUri([0, 128, 255, 1, 2, 3], [2, 3, 1]));
    expect([...(grey.get("IHDR") ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
    expect([...inflateSync(grey.get("IDAT") ?? "")]).toEqual([0, 0, 128, 255, 0, 1, 2, 3]);
    const colour = chunksOf(imageUri([1, 2, 3, 4, 5, 6], [1, 2, 3]));
    expect(colour.get("IHDR")?.[9]).toBe(2);
    expect([...inflateSync(colour.get("IDAT") ?? "")]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("turns light into dark where it is asked to", () => {
    const chunks = chunksOf(imageUri([0, 255], [1, 2, 1], { inverted: true }));
    expect([...inflateSync(chunks.get("IDAT") ?? "")]).toEqual([0, 255, 0]);
  });

  it("stores images that need several blocks", () => {
    const pixels = Uint8Array.from({ length: 300 * 300 }, (_, at) => at % 251);
    const rows = inflateSync(chunksOf(imageUri(pixels, [300, 300, 1])).get("IDAT") ?? "");
    expect(rows).toHaveLength(300 * 301);
    expect([...rows.subarray(301 * 299 + 1)]).toEqual([...pixels.subarray(300 * 299)]);
  });

  it("needs as little room as it says", () => {
    expect(imageUri(new Uint8Array(784), [28, 28, 1]).length).toBeLessThan(1250);
    expect(imageUri(new Uint8Array(3072), [32, 32, 3]).length).toBeLessThan(4300);
  });

  it("rejects shapes that do not fit", () => {
    expect(() => imageUri([1, 2, 3], [2, 2, 1])).toThrow(
      "An image of 2 x 2 x 1 needs 4 values, but there are 3",
    );
    expect(() => imageUri([1, 2], [1, 1, 2])).toThrow("1 or 3 channels");
  });
});
