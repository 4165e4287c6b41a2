import { encode } from "fast-png";
import jpeg from "jpeg-js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePicture } from "../src/index.ts";

const data = Uint8Array.from({ length: 48 * 40 * 4 }, (_, at) => (at * 7919) % 256);
const files = {
  PNG: encode({ width: 48, height: 40, channels: 4, data }),
  JPEG: new Uint8Array(jpeg.encode({ width: 48, height: 40, data }, 90).data),
};

/** What a person reads of a file, or none when it can be read. */
const complaint = (bytes: Uint8Array): Promise<Error | undefined> =>
  decodePicture(bytes).then(
    () => undefined,
    (error: unknown) => error as Error,
  );

/** Words that decoders use among themselves. */
const jargon = /marker|filter|huffman|DataView|undefined|chunk|CRC|offset|\bMP\b|maxRes/i;

describe.each(["PNG", "JPEG"] as const)("decodePicture(bytes) of a damaged %s", (format) => {
  const file = files[format];

  it("says what is wrong in words that need no knowledge of the format, wherever it was cut off", async () => {
    for (let length = 3; length < file.length - 1; length += 97) {
      const error = await complaint(file.subarray(0, length));
      expect(error?.message).toMatch(/^(?:ends early|is (?:damaged|no picture|a JPEG without))/);
      expect(error).toMatchObject({ code: "UNREADABLE_PICTURE", cause: expect.any(Error) });
    }
  });

  it("does so whatever bytes have changed, where it can be read no more", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 2, max: file.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (changes) => {
          const damaged = file.slice();
          for (const [at, value] of changes) damaged[at] = value;
          expect((await complaint(damaged))?.message ?? "").not.toMatch(jargon);
        },
      ),
      { seed: 1, numRuns: 150 },
    );
  });
});

describe("decodePicture(bytes) of another file", () => {
  it.each([
    ["", "is empty: 0 bytes"],
    ["\0\0\0\x18ftypheic", "is HEIC, which"],
    ["\0\0\0\x1cftypavif", "is AVIF, which"],
    ["II*\0", "is TIFF, which"],
    ["%PDF-1.7", "is PDF, which"],
    ["P5 28 28 255\n", "is PGM, which"],
    ["P3\n# drawn by hand\n2 2\n255\n", "is PPM, which"],
    ["P4\n8 8\n", "is PBM, which"],
    ["Pf\n2 2\n-1.0\n", "is PFM, which"],
    ["P5ycho.txt", "is no picture"],
    ["%!PS-Adobe-3.0 EPSF-3.0", "is PostScript, which"],
    ['<svg xmlns="…">', "is SVG, which"],
    ['<?xml version="1.0"?>\n<svg>', "is SVG, which"],
    ["\n<!DOCTYPE html><svg>", "is a web page, not a picture"],
    ["BMW is a maker of cars", "is no picture: its first bytes"],
    ["hello", "is no picture: its first bytes"],
    ["GIF89a", "ends early"],
    ["RIFF\0\0\0\0WEBPVP8 ", "ends early"],
  ])("that begins with %j says what it is", async (start, words) => {
    const error = await complaint(Uint8Array.from(start, (letter) => letter.codePointAt(0) ?? 0));
    expect(error?.message).toContain(words);
  });

  it("refuses more pixels than it is told, before it unpacks them", async () => {
    await expect(decodePicture(files.PNG, { maxPixels: 48 * 40 - 1 })).rejects.toThrow(
      "has 48x40 pixels, more than the limit of 1,919",
    );
    const hostile = files.JPEG.slice();
    const size = hostile.findIndex((byte, at) => byte === 0xff && hostile[at + 1] === 0xc0) + 5;
    hostile.set([0xea, 0x60, 0xea, 0x60], size);
    await expect(decodePicture(hostile)).rejects.toThrow(
      "has 60000x60000 pixels, more than the limit of 64,000,000",
    );
  });
});
