import { TableError } from "../TableError.ts";

/** A text, and what had to be assumed to read it. */
export interface DecodedText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** What files begin with that are tables, but no text. */
const binaries: readonly (readonly [name: string, magic: readonly number[], remedy: string])[] = [
  ["an Excel workbook or another zip", [0x50, 0x4b, 0x03, 0x04], "Save the sheet as CSV"],
  ["an old Excel workbook", [0xd0, 0xcf, 0x11, 0xe0], "Save the sheet as CSV"],
  ["a PDF", [0x25, 0x50, 0x44, 0x46], "Take the table out as CSV"],
];

/**
 * Decodes a text as spreadsheets write it: UTF-8 or UTF-16 by the mark at its beginning, else UTF-8, else Windows-1252, which is what
 * Excel calls plain CSV in Western languages.
 *
 * @throws {TableError} `UNSUPPORTED` for what is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const binary = binaries.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (binary) {
    if (isNpz(bytes)) {
      throw new TableError(
        "UNSUPPORTED",
        "The file is an archive of NumPy arrays, not a table: npz() makes a dataset of it, and so does minibatch train of a file that is called .npz.",
      );
    }
    throw new TableError("UNSUPPORTED", `The file is ${binary[0]}, not text. ${binary[2]}, and give that.`);
  }
  const mark = [...bytes.subarray(0, 2)].join();
  if (mark === "255,254") return { text: new TextDecoder("utf-16le").decode(bytes), notes: [] };
  if (mark === "254,255") return { text: new TextDecoder("utf-16be").decode(bytes), notes: [] };
  if (bytes.subarray(0, 1024).includes(0)) {
    throw new TableError(
      "UNSUPPORTED",
      "The file holds zero bytes, so it is no text. Save the table as CSV in UTF-8.",
    );
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    return { text, notes: ["the text is no UTF-8 and was read as Windows-1252"] };
  }
}

/** A zip whose first member is an array. */
function isNpz(bytes: Uint8Array): boolean {
  const nameLength = (bytes[26] ?? 0) + 256 * (bytes[27] ?? 0);
  return new TextDecoder().decode(bytes.subarray(30, 30 + nameLength)).endsWith(".npy");
}
