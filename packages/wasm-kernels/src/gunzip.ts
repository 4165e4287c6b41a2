const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const lengthsOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** How many codes there are of each length, and the symbols in the order of their codes. */
interface Codes {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/**
 * Unzips what the build of this package zipped, for engines without DecompressionStream: older Firefox, jsdom.
 * Inflate as in RFC 1951; a file name or comment in the header is not expected.
 */
export function gunzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4);
  const out = new Uint8Array(trailer.getUint32(0, true));
  let at = GZIP_HEADER;
  let bit = 0;
  let written = 0;

  const read = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index += 1) {
      value |= (((bytes[at] ?? 0) >> bit) & 1) << index;
      bit = (bit + 1) & 7;
      if (bit === 0) at += 1;
    }
    return value;
  };

  const decode = ({ counts, symbols }: Codes): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length += 1) {
      code |= read(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError("the zipped module is damaged");
  };

  const readCodes = (): [literals: Codes, distances: Codes] => {
    const [literals, distances, meta] = [read(5) + 257, read(5) + 1, read(4) + 4];
    const metaLengths = new Uint8Array(19);
    for (const symbol of lengthsOrder.slice(0, meta)) metaLengths[symbol] = read(3);
    const metaCodes = codesOf(metaLengths);
    const lengths = new Uint8Array(literals + distances);
    for (let index = 0; index < lengths.length; ) {
      const symbol = decode(metaCodes);
      if (symbol < 16) {
        lengths[index] = symbol;
        index += 1;
        continue;
      }
      const value = symbol === 16 ? (lengths[index - 1] ?? 0) : 0;
      const repeats = symbol === 16 ? 3 + read(2) : symbol === 17 ? 3 + read(3) : 11 + read(7);
      lengths.fill(value, index, index + repeats);
      index += repeats;
    }
    return [codesOf(lengths.subarray(0, literals)), codesOf(lengths.subarray(literals))];
  };

  const inflateBlock = (literals: Codes, distances: Codes): void => {
    for (;;) {
      const symbol = decode(literals);
      if (symbol === 256) return;
      if (symbol < 256) {
        out[written] = symbol;
        written += 1;
        continue;
      }
      const length = (lengthBase[symbol - 257] ?? 0) + read(lengthBits[symbol - 257] ?? 0);
      const code = decode(distances);
      const bits = code < 2 ? 0 : (code >> 1) - 1;
      const distance = (code < 2 ? code : (2 + (code & 1)) << bits) + 1 + read(bits);
      for (const end = written + length; written < end; written += 1)
        out[written] = out[written - distance] ?? 0;
    }
  };

  for (let last = 0; last === 0 && at < bytes.length - GZIP_TRAILER; ) {
    last = read(1);
    const kind = read(2);
    if (kind === 0) {
      if (bit > 0) [at, bit] = [at + 1, 0];
      const length = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
      out.set(bytes.subarray(at + 4, at + 4 + length), written);
      at += 4 + length;
      written += length;
    } else inflateBlock(...(kind === 1 ? fixedCodes() : readCodes()));
  }
  return out;
}

function codesOf(lengths: Uint8Array): Codes {
  const counts = new Uint16Array(16);
  for (const length of lengths) if (length > 0) counts[length] = (counts[length] ?? 0) + 1;
  const symbols = Array.from(lengths.keys()).filter((symbol) => lengths[symbol] !== 0);
  symbols.sort((one, other) => (lengths[one] ?? 0) - (lengths[other] ?? 0) || one - other);
  return { counts, symbols: Uint16Array.from(symbols) };
}

function fixedCodes(): [literals: Codes, distances: Codes] {
  const literals = Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  );
  return [codesOf(literals), codesOf(new Uint8Array(30).fill(5))];
}
