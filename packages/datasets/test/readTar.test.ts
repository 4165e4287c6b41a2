import { Readable } from "node:stream";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DatasetError } from "../src/DatasetError.ts";
import { readTar } from "../src/formats/readTar.ts";
import { failure } from "./failure.ts";
import { makeTar, tarHeader } from "./makeTar.ts";

const files = {
  "a.bin": new Uint8Array(700).fill(1),
  "folder/b.bin": new Uint8Array(512).fill(2),
  empty: new Uint8Array(0),
};

/** The bytes in pieces of `length`. */
function* inPieces(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Every member by name, with its bytes, but for `skip`, which is not read. */
async function membersOf(
  bytes: Uint8Array,
  { pieceBytes = 100, skip = "" } = {},
): Promise<Record<string, Uint8Array>> {
  const members: Record<string, Uint8Array> = {};
  for await (const { name, pieces } of readTar(Readable.from(inPieces(bytes, pieceBytes)))) {
    if (name !== skip) members[name] = new Uint8Array(Buffer.concat(await Readable.from(pieces).toArray()));
  }
  return members;
}

test.each([1, 100, 512, 100_000])(
  "readTar(archive) reads an archive that comes in pieces of %d",
  async (pieceBytes) => {
    expect(await membersOf(makeTar(files), { pieceBytes })).toEqual(files);
  },
);

test("readTar(archive) skips what is not read, and what is no plain file", async () => {
  const { "a.bin": _, ...others } = files;
  expect(await membersOf(makeTar(files), { skip: "a.bin" })).toEqual(others);
  expect(await membersOf(makeTar(files, "5"))).toEqual({});
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["half a header", makeTar(files).subarray(0, 100)],
  ["an archive without its end", makeTar(files).subarray(0, 900)],
  ["another format", new Uint8Array(2048).fill(65)],
  ["a flipped byte in a header", makeTar(files).map((byte, i) => (i === 3 ? byte ^ 1 : byte))],
])("readTar(archive) rejects %s", async (_, bytes) => {
  expect((await failure(membersOf(bytes))).code).toBe("INVALID_FORMAT");
});

test("readTar(archive) refuses a member that promises 8 GiB, and endless members", async () => {
  expect((await failure(membersOf(tarHeader("vast", "77777777777")))).code).toBe("LIMIT_EXCEEDED");
  const endless = function* (): Generator<Uint8Array> {
    for (;;) yield tarHeader("again", "0");
  };
  const names: string[] = [];
  const read = async (): Promise<void> => {
    for await (const { name } of readTar(Readable.from(endless()))) names.push(name);
  };
  expect((await failure(read())).code).toBe("LIMIT_EXCEEDED");
  expect(names).toHaveLength(10_000);
});

/** A header of an empty member whose first part of the name stands apart, as ustar has it for long ones. */
function withPrefix(prefix: string, format: string): Uint8Array {
  const header = tarHeader("name", "0");
  header.set(new TextEncoder().encode(prefix), 345);
  header.set(new TextEncoder().encode(format), 257);
  const sum = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);
  header.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, "0")}\0 `), 148);
  return new Uint8Array(Buffer.concat([header, new Uint8Array(1024)]));
}

test("readTar(archive) puts the first part of a long name before it where the format has one", async () => {
  expect(await membersOf(withPrefix("a/b", "ustar"))).toEqual({ "a/b/name": new Uint8Array(0) });
  expect(await membersOf(withPrefix("", "ustar"))).toEqual({ name: new Uint8Array(0) });
  expect(await membersOf(withPrefix("a/b", "other"))).toEqual({ name: new Uint8Array(0) });
});

test("readTar(archive) takes a member without a type for a file, as the oldest archives have them", async () => {
  expect(await membersOf(makeTar({ old: new Uint8Array(3) }, "\0"))).toEqual({ old: new Uint8Array(3) });
});

test("readTar(archive) says what is wrong with a member", async () => {
  expect((await failure(membersOf(tarHeader("vast", "77777777777")))).message).toBe(
    "vast in the tar archive has 8589934591 bytes, the limit is 2147483648",
  );
  expect((await failure(membersOf(makeTar(files).subarray(0, 900)))).message).toBe(
    "The tar archive ends 312 bytes too early",
  );
  expect((await failure(membersOf(tarHeader("half", "9")))).message).toContain("checksum or size is wrong");
});

test("readTar(archive) gives a result or a DatasetError for any damage", async () => {
  const archive = makeTar(files);
  const damaged = fc
    .tuple(fc.nat({ max: 1100 }), fc.nat({ max: 255 }), fc.nat({ max: archive.length }))
    .map(([at, byte, end]) => archive.map((old, i) => (i === at ? byte : old)).subarray(0, end));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 1100 }), damaged), async (bytes) => {
      const fault = await membersOf(bytes).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(fault === undefined || fault instanceof DatasetError).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
});
