import { UnreadablePicture } from "../UnreadablePicture.ts";

/** Codes have at most 12 bits (GIF89a, appendix F). */
const MAX_CODES = 4096;

/**
 * Unpacks the LZW data of a GIF's frame.
 *
 * @param at where the data begin, with the number of bits that a colour takes
 * @param count how many pixels there are to be
 * @returns an index into the table of colours for each
 * @throws {UnreadablePicture} `broken`
 */
export function gifIndices(bytes: Uint8Array, at: number, count: number): Uint8Array {
  const bits = bytes[at] ?? 0;
  if (bits < 1 || bits > 8) throw new UnreadablePicture("broken", `has colours of ${bits} bits`);
  const clear = 1 << bits;
  const next = codeReader(bytes, at + 1);
  const indices = new Uint8Array(count);
  // Each code stands for what an earlier one does, and one index more.
  const earlier = new Uint16Array(MAX_CODES);
  const last = Uint8Array.from({ length: MAX_CODES }, (_, code) => code & 255);
  const first = last.slice();
  const lengths = new Uint16Array(MAX_CODES).fill(1);
  let [size, width, previous, filled] = [clear + 2, bits + 1, -1, 0];
  while (filled < count) {
    const code = next(width);
    if (code === clear) {
      [size, width, previous] = [clear + 2, bits + 1, -1];
      continue;
    }
    if (code === clear + 1 || code > size || (code === size && previous < 0)) {
      throw new UnreadablePicture("broken", `has the data of ${filled} of its ${count} pixels`);
    }
    if (previous >= 0 && size < MAX_CODES) {
      earlier[size] = previous;
      first[size] = first[previous] as number;
      last[size] = first[code === size ? previous : code] as number;
      lengths[size] = (lengths[previous] as number) + 1;
      size++;
      if (size === 1 << width && width < 12) width++;
    }
    const length = lengths[code] as number;
    for (let place = filled + length - 1, from = code; place >= filled; place--) {
      if (place < count) indices[place] = last[from] as number;
      from = earlier[from] as number;
    }
    filled += length;
    previous = code;
  }
  return indices;
}

/** Reads codes, lowest bits first, across blocks of up to 255 bytes; beyond the last, they are an end code's. */
function codeReader(bytes: Uint8Array, start: number): (width: number) => number {
  let [at, left, pool, held] = [start, 0, 0, 0];
  return (width) => {
    while (held < width) {
      if (left === 0) {
        left = bytes[at++] ?? 0;
        if (left === 0) throw new UnreadablePicture("broken", "ends early");
      }
      pool |= (bytes[at++] ?? 0) << held;
      held += 8;
      left--;
    }
    const code = pool & ((1 << width) - 1);
    pool >>= width;
    held -= width;
    return code;
  };
}
