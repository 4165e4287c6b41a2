import { TableError } from "../TableError.ts";
import { requireSize } from "./sourceBytes.ts";

/** Unzips a `.csv.gz`; other bytes come back as they are. */
export async function gunzipTable(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const zipped = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
    const reader = zipped.pipeThrough(new DecompressionStream("gzip")).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value);
      length += next.value.length;
      requireSize(length);
    }
  } catch (cause) {
    if (cause instanceof TableError) throw cause;
    throw new TableError(
      "INVALID_FORMAT",
      `The file begins as gzip, but cannot be unzipped after ${length} bytes: it is damaged or incomplete.`,
      { cause },
    );
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
