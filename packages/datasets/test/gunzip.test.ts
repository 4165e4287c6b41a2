import { Readable } from "node:stream";
import { deflateRawSync, gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { gunzip, inflate } from "../src/formats/gunzip.ts";
import { unzip } from "../src/formats/unzip.ts";
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

test("gunzip(bytes, length) and inflate(bytes, length) say what they could not unzip, and why", async () => {
  const short = await failure(gunzip(gz, raw.length + 1));
  expect([short.code, short.message]).toEqual([
    "INVALID_FORMAT",
    "Expected 1000001 bytes after unzipping, got 1000000",
  ]);
  const other = await failure(inflate(raw, 10));
  expect([other.code, other.message]).toEqual([
    "INVALID_FORMAT",
    "Could not unzip 1000000 bytes of deflate-raw data",
  ]);
  expect(other.cause).toBeInstanceOf(Error);
});

test("inflate(bytes, length) unzips deflate data without a header", async () => {
  expect(Buffer.compare(await inflate(deflateRawSync(raw), raw.length), raw)).toBe(0);
});

test.each([
  ["Node", node],
  ["browsers", browser],
])(
  "platform.decompress(format, pieces) of %s rejects with what its pieces reject with",
  async (_, platform) => {
    const fault = new Error("the connection broke");
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      yield gz.subarray(0, 1000);
      throw fault;
    };
    await expect(Readable.from(platform.decompress("gzip", pieces())).toArray()).rejects.toBe(fault);
  },
);

test("unzip(pieces) passes on what is not zipped, unzips what is, and tells damaged data from a broken source", async () => {
  const bytesOf = async (pieces: AsyncIterable<Uint8Array>) => {
    const all: Uint8Array[] = [];
    for await (const piece of unzip(pieces)) all.push(Uint8Array.from(piece));
    return Buffer.concat(all);
  };
  expect((await bytesOf(Readable.from([gz]))).equals(raw)).toBe(true);
  expect(
    (await bytesOf(Readable.from([raw.subarray(0, 9), raw.subarray(9, 20)]))).equals(raw.subarray(0, 20)),
  ).toBe(true);
  expect(await bytesOf(Readable.from([]))).toHaveLength(0);
  const damaged = await failure(bytesOf(Readable.from([gz.map((byte, at) => (at > 20 ? byte ^ 85 : byte))])));
  expect([damaged.code, damaged.message]).toEqual(["INVALID_FORMAT", "its gzip data are damaged"]);
  expect(damaged.cause).toBeInstanceOf(Error);
  const fault = new Error("the connection broke");
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield gz.subarray(0, 1000);
    throw fault;
  };
  await expect(bytesOf(broken())).rejects.toBe(fault);
});
