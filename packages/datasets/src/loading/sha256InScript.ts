/** Between two of these, others get their turn: some ten milliseconds. */
const hashedAtOnce = 4 * 1024 * 1024;

const blockBytes = 64;

const primes = firstPrimes(64);
/** FIPS 180-4, 4.2.2 and 5.3.3: what stands behind the point of the primes' cube roots, and of the first eight square roots. */
const constants = Int32Array.from(primes, (prime) => fractionOf(Math.cbrt(prime)));
const start = Int32Array.from(primes.slice(0, 8), (prime) => fractionOf(Math.sqrt(prime)));

/**
 * SHA-256 in plain JavaScript, for pages without `crypto.subtle`: browsers keep it from pages that came over plain http.
 *
 * @returns 64 digits in lower-case hex
 */
export async function sha256InScript(bytes: Uint8Array): Promise<string> {
  const state = start.slice();
  const whole = bytes.length - (bytes.length % blockBytes);
  for (let at = 0; at < whole; at += hashedAtOnce) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve));
    addBlocks(state, bytes.subarray(at, Math.min(whole, at + hashedAtOnce)));
  }
  addBlocks(state, padded(bytes.subarray(whole), bytes.length));
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The end of the message: a bit that is set, zeros, and the length in bits as 64 of them. */
function padded(rest: Uint8Array, length: number): Uint8Array {
  const end = new Uint8Array(rest.length < blockBytes - 8 ? blockBytes : 2 * blockBytes);
  end.set(rest);
  end[rest.length] = 0x80;
  new DataView(end.buffer).setBigUint64(end.length - 8, 8n * BigInt(length));
  return end;
}

function addBlocks(state: Int32Array, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Int32Array(64);
  const at = (index: number): number => words[index] as number;
  for (let block = 0; block < bytes.length; block += blockBytes) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(block + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const [early, late] = [at(i - 15), at(i - 2)];
      const mixed = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const mixedLate = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      words[i] = at(i - 16) + mixed + at(i - 7) + mixedLate;
    }
    addBlock(state, words);
  }
}

function addBlock(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const chosen = (e & f) ^ (~e & g);
    const one =
      (h +
        (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
        chosen +
        (constants[i] as number) +
        (words[i] as number)) |
      0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
    [h, g, f, e] = [g, f, e, (d + one) | 0];
    [d, c, b, a] = [c, b, a, (one + two) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = (state[index] as number) + word;
  }
}

/** The bits of a word turned to the right. */
function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fractionOf(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}
