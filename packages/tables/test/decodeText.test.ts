import { expect, it } from "vitest";
import { decodeText } from "../src/read/decodeText.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const zip = [0x50, 0x4b, 0x03, 0x04];

it.for([
  [
    "a zip",
    zip,
    "The file is an Excel workbook or another zip, not text. Save the sheet as CSV, and give that.",
  ],
  [
    "an old workbook",
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    "The file is an old Excel workbook, not text. Save the sheet as CSV, and give that.",
  ],
  [
    "a PDF",
    [...bytesOf("%PDF-1.7")],
    "The file is a PDF, not text. Take the table out as CSV, and give that.",
  ],
  [
    "zero bytes",
    [...bytesOf("a,b\n1,"), 0],
    "The file holds zero bytes, so it is no text. Save the table as CSV in UTF-8.",
  ],
] as const)("decodeText(bytes) says of %s what it is and what to do", ([, bytes, message]) => {
  expect(() => decodeText(new Uint8Array(bytes))).toThrow(
    expect.objectContaining({ code: "UNSUPPORTED", message }),
  );
});

it.for(["PK,b\n1,2\n", "%PDX,b\n1,2\n", "P", ""])(
  "decodeText(bytes) reads %j, which begins like no other file",
  (text) => {
    expect(decodeText(bytesOf(text))).toEqual({ text, notes: [] });
  },
);

it("decodeText(bytes) looks for zero bytes in the first 1024 alone", () => {
  const text = `${"a".repeat(1024)}\0`;
  expect(decodeText(bytesOf(text)).text).toBe(text);
  expect(() => decodeText(bytesOf(text.slice(1)))).toThrow("zero bytes");
});

/** A zip as its first entry's header has it: the length of the name stands at byte 26, the name at byte 30. */
function zipOf(name: string): Uint8Array {
  const bytes = new Uint8Array(30 + name.length + 10);
  bytes.set(zip);
  new DataView(bytes.buffer).setUint16(26, name.length, true);
  bytes.set(bytesOf(name), 30);
  // What is packed follows at once.
  bytes.set(bytesOf("xl.npy.csv"), 30 + name.length);
  return bytes;
}

it.for([
  ["x_train.npy", true],
  [`${"long/".repeat(60)}x.npy`, true],
  ["xl/workbook.xml", false],
  ["x.npy.xml", false],
] as const)(
  "decodeText(bytes) of a zip that begins with %s: whether it is one of NumPy arrays, %s",
  ([name, arrays]) => {
    const message = arrays
      ? /^The file is an archive of NumPy arrays, not a table: npz\(\)/
      : /^The file is an Excel workbook/;
    expect(() => decodeText(zipOf(name))).toThrow(message);
  },
);
