import { encode } from "fast-png";
import jpeg from "jpeg-js";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPicture } from "../src/images/readPicture.ts";

const data = Uint8Array.from({ length: 48 * 40 * 4 }, (_, at) => (at * 7919) % 256);
const files = {
  PNG: encode({ width: 48, height: 40, channels: 4, data }),
  JPEG: new Uint8Array(jpeg.encode({ width: 48, height: 40, data }, 90).data),
};

/** What a person reads of a file, or none when it can be read. */
const complaint = (bytes: Uint8Array): Promise<Error | undefined> =>
  readPicture(bytes).then(
    () => undefined,
    (error: unknown) => error as Error,
  );

/** Words that decoders use among themselves. */
const jargon = /marker|filter|huffman|DataView|undefined|chunk|CRC|offset|\bMP\b|maxRes/i;

describe.each(["PNG", "JPEG"] as const)("readPicture(bytes) of a damaged %s", (format) => {
  const file = files[format];

  it("says what is wrong in words that need no knowledge of the format, wherever it was cut off", async () => {
    for (let length = 3; length < file.length - 1; length += 97) {
      const error = await complaint(file.subarray(0, length));
      expect(error?.message).toMatch(
        new RegExp(`^the ${format} is damaged, cut off or of a rare kind: copy or`),
      );
      expect(error).toMatchObject({ name: "RangeError", cause: expect.any(Error) });
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

describe("readPicture(bytes) of another file", () => {
  it.each([
    ["", "it is empty, 0 bytes long"],
    ["GIF89a", "but a GIF"],
    ["RIFF\0\0\0\0WEBPVP8 ", "but a WebP"],
    ["BM6", "but a BMP"],
    ["\0\0\0\x18ftypheic", "but a HEIC, as phones take them"],
    ["\0\0\0\x1cftypavif", "but an AVIF"],
    ["II*\0", "but a TIFF"],
    ["%PDF-1.7", "but a PDF"],
    ['<svg xmlns="…">', "but an SVG drawing"],
    ['<?xml version="1.0"?>\n<svg>', "but an SVG drawing"],
    ["\n<!DOCTYPE html>", "but a web page"],
    ["hello", "it is neither a PNG nor a JPEG"],
  ])("that begins with %j says what it is", async (start, words) => {
    const error = await complaint(Uint8Array.from(start, (letter) => letter.codePointAt(0) ?? 0));
    expect(error?.message).toContain(words);
    expect(error?.message).toContain("neither a PNG nor a JPEG");
  });
});
