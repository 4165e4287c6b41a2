import { expect, test } from "vitest";
import { crc32 } from "../src/formats/crc32.ts";
import { readZipDirectory } from "../src/formats/readZipDirectory.ts";
import { unpackEntry } from "../src/formats/unpackEntry.ts";
import { failure } from "./failure.ts";
import { makeZip } from "./makeZip.ts";
import reference from "./reference/zip.json" with { type: "json" };

const archive = new Uint8Array(Buffer.from(reference.base64, "base64"));
const directory = new DataView(archive.buffer).getUint32(archive.length - "two members".length - 6, true);

/** The archive with other bytes at a place. */
function changed(at: number, ...bytes: readonly number[]): Uint8Array {
  const copy = archive.slice();
  copy.set(bytes, at);
  return copy;
}

test("readZipDirectory(bytes) lists what Python's zipfile wrote, past comments and extra fields", () => {
  const entries = readZipDirectory(archive);
  expect(entries.map(({ packed, ...entry }) => ({ ...entry, packed: packed.length }))).toEqual(
    reference.members,
  );
});

test("unpackEntry(entry) gives the bytes of stored and of deflated members", async () => {
  for (const entry of readZipDirectory(archive)) {
    const text = new TextDecoder().decode(await unpackEntry(entry));
    expect(text).toBe(reference.contents[entry.name as keyof typeof reference.contents]);
  }
});

test("unpackEntry(entry) refuses sizes that packing cannot give, and bytes of another checksum", async () => {
  const [stored, deflated] = readZipDirectory(archive);
  if (!stored || !deflated) throw new Error("The archive has two members.");
  for (const entry of [
    { ...stored, bytes: stored.bytes - 1 },
    { ...deflated, bytes: deflated.packed.length * 1032 + 1 },
  ]) {
    const { code, message } = await failure(unpackEntry(entry));
    expect({ code, message }).toEqual({
      code: "INVALID_FORMAT",
      message: `${entry.name} cannot have ${entry.bytes} bytes, packed in ${entry.packed.length}`,
    });
  }
  const { code, message } = await failure(unpackEntry({ ...stored, crc32: stored.crc32 ^ 1 }));
  expect({ code, message }).toEqual({
    code: "INVALID_FORMAT",
    message: "plain.txt in the zip archive is damaged: its CRC-32 is wrong",
  });
});

test.each([
  ["an encrypted member", changed(directory + 8, 1), "plain.txt in the zip archive is encrypted"],
  ["a member packed by bzip2", changed(directory + 10, 12), "packed by other means than deflate"],
  [
    "a directory elsewhere",
    changed(directory, 0),
    `no record at byte ${directory}, where its directory says so`,
  ],
  ["a member elsewhere", changed(0, 0), "no record at byte 0"],
  [
    "a member beyond the end",
    changed(directory + 20, 0, 1),
    `plain.txt ends at byte 301 of a zip archive of ${archive.length}`,
  ],
  ["no end", archive.subarray(0, directory), `Not a zip archive: ${directory} bytes without an end record`],
])("readZipDirectory(bytes) refuses %s", (_, bytes, message) => {
  expect(() => readZipDirectory(bytes)).toThrow(
    expect.objectContaining({ code: "INVALID_FORMAT", message: expect.stringContaining(message) }),
  );
});

test("readZipDirectory(bytes) takes 1,000 members and no more, and the longest comment a file can have", () => {
  const members = (count: number): Uint8Array =>
    makeZip(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, new Uint8Array(0)])));
  expect(readZipDirectory(members(1000))).toHaveLength(1000);
  expect(() => readZipDirectory(members(1001))).toThrow(
    expect.objectContaining({
      code: "LIMIT_EXCEEDED",
      message: "The zip archive has 1001 members, the limit is 1000",
    }),
  );
  const followed = (bytes: number): Uint8Array =>
    new Uint8Array(Buffer.concat([members(1), new Uint8Array(bytes)]));
  expect(readZipDirectory(followed(65_535))).toHaveLength(1);
  expect(() => readZipDirectory(followed(65_536))).toThrow("without an end record");
});

test("crc32(bytes) is the checksum of zip and PNG", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcb_f4_39_26);
  expect(crc32(new Uint8Array(0))).toBe(0);
});
