import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { gunzip } from "../src/formats/gunzip.ts";
import { platform as browser } from "../src/platform.browser.ts";
import { platform as node } from "../src/platform.node.ts";
import { failure } from "./failure.ts";

const raw = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * i) >> 8);
const gz = gzipSync(raw);

test("gunzip(bytes, length) unzips the whole", async () => {
  expect(Buffer.compare(await gunzip(gz, raw.length), raw)).toBe(0);
});

test("gunzip(bytes, length) unzips no more than it is asked for", async () => {
  expect(await gunzip(gz, 1000)).toEqual(raw.subarray(0, 1000));
  expect(await gunzip(gz.subarray(0, gz.length / 2), 1000)).toEqual(raw.subarray(0, 1000));
});

test("gunzip(bytes, length) gives an array that owns its memory, and little more", async () => {
  for (const length of [10, 1000, 300_000, raw.length]) {
    const { buffer, byteOffset } = await gunzip(gz, length);
    expect(byteOffset).toBe(0);
    expect(buffer.byteLength - length).toBeLessThanOrEqual(1);
  }
});

test("gunzip(bytes, length) throws INVALID_FORMAT for less data, half of it, and none", async () => {
  expect((await failure(gunzip(gz, raw.length + 1))).message).toContain("got 1000000");
  for (const bytes of [gz.subarray(0, gz.length / 2), raw, new Uint8Array(0)]) {
    expect((await failure(gunzip(bytes, raw.length))).code).toBe("INVALID_FORMAT");
  }
});

test("gunzip(bytes, length, signal) rejects with the signal's reason", async () => {
  const reason = new Error("changed my mind");
  await expect(gunzip(gz, raw.length, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test.each([
  ["Node", node],
  ["browsers", browser],
])("platform.decompress(format, pieces) of %s gives the same, and can be left early", async (_, platform) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of platform.decompress("gzip", Readable.from([gz])))
    pieces.push(Uint8Array.from(piece));
  expect(Buffer.concat(pieces).equals(raw)).toBe(true);
  for await (const piece of platform.decompress("gzip", Readable.from([gz]))) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
});

test.each([
  ["Node", node],
  ["browsers", browser],
])(
  "platform.decompress(format, pieces) of %s closes the pieces for whoever leaves early",
  async (_, platform) => {
    for (const bytes of [gz, raw]) {
      let open = 0;
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        open += 1;
        try {
          for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
        } finally {
          open -= 1;
        }
      };
      const left = (async () => {
        for await (const piece of platform.decompress("gzip", pieces())) if (piece.length > 0) return "left";
        return "ended";
      })();
      expect(await left.catch(() => "failed")).toBe(bytes === gz ? "left" : "failed");
      await vi.waitFor(() => expect(open).toBe(0));
    }
  },
);
