const MEMORY_SECTION = 5;
const WITH_MAXIMUM = 1;
const SHARED_WITH_MAXIMUM = 3;

/**
 * Changes a WebAssembly module so that the memory it makes is shared between threads.
 *
 * @param module the bytes of a module with one memory of its own, which has a maximum size
 * @returns a copy that differs in one byte
 * @throws {RangeError} when it is not such a module
 */
export function declareMemoryShared(module: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = module.slice();
  // A section is its kind, its length and its contents; that of memories begins with their number and the flags.
  for (let at = 8; at < copy.length; ) {
    const kind = copy[at];
    const [length, contents] = readLeb128(copy, at + 1);
    if (kind === MEMORY_SECTION) {
      if (copy[contents] !== 1 || copy[contents + 1] !== WITH_MAXIMUM) break;
      copy[contents + 1] = SHARED_WITH_MAXIMUM;
      return copy;
    }
    at = contents + length;
  }
  throw new RangeError("expected a WebAssembly module with one memory of its own that has a maximum size");
}

/** Reads a number of seven bits a byte, the lowest first; gives it and where it ends. */
function readLeb128(bytes: Uint8Array, start: number): [value: number, end: number] {
  let value = 0;
  let at = start;
  for (let factor = 1; ; factor *= 128, at += 1) {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError("the WebAssembly module is cut short");
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return [value, at + 1];
  }
}
