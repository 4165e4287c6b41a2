import { corrupt } from "./faults.ts";

/**
 * Unzips bytes, and stops at `most`: what goes on beyond that is a bomb.
 *
 * @throws {KerasError} `CORRUPT_FILE` when the data are damaged or there are more
 */
export async function inflate(
  format: "deflate" | "gzip",
  packed: Uint8Array,
  most: number,
): Promise<Uint8Array> {
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream(format)).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value);
      length += next.value.length;
      if (length > most) throw new RangeError(`more than ${most} bytes come out`);
    }
  } catch (cause) {
    await reader.cancel().catch(() => undefined);
    throw corrupt("its zipped data cannot be unzipped", cause);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
