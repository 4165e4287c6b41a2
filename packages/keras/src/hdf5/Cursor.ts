import { corrupt, unsupported } from "../faults.ts";

/** The widths of addresses and lengths, which every HDF5 file chooses for itself; all that is written today chooses 8. */
const wordBytes = 8;

/** All ones: the address of what does not exist. */
export const undefinedAddress: number = -1;

/** Reads one number after another from the bytes of an HDF5 file, little-endian. */
export class Cursor {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  at: number;
  /** The first byte that no longer belongs to what is being read. */
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end: number = bytes.length) {
    if (!(at >= 0 && at <= end && end <= bytes.length)) {
      throw corrupt(`it points to byte ${at}, and has ${bytes.length}`);
    }
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
    this.end = end;
  }

  /** Another cursor over the same bytes. */
  fork(at: number, end?: number): Cursor {
    return new Cursor(this.bytes, at, end);
  }

  skip(count: number): void {
    this.at += count;
    if (!(this.at <= this.end)) throw corrupt(`it ends at byte ${this.end}, within what should follow`);
  }

  take(count: number): Uint8Array {
    const start = this.at;
    this.skip(count);
    return this.bytes.subarray(start, this.at);
  }

  /** An unsigned number of 1 to 8 bytes. */
  uint(count: number): number {
    const start = this.at;
    this.skip(count);
    if (count === 1) return this.#view.getUint8(start);
    if (count === 2) return this.#view.getUint16(start, true);
    if (count === 4) return this.#view.getUint32(start, true);
    let value = 0;
    for (let i = count - 1; i >= 0; i--) value = value * 256 + this.#view.getUint8(start + i);
    return value;
  }

  length(): number {
    const value = this.uint(wordBytes);
    if (!Number.isSafeInteger(value)) throw corrupt(`it has a length of ${value}`);
    return value;
  }

  address(): number {
    const value = this.uint(wordBytes);
    if (value > 0xffff_ffff_ffff_f000) return undefinedAddress;
    if (value >= this.bytes.length) throw corrupt(`it points to byte ${value}, and has ${this.bytes.length}`);
    return value;
  }

  text(count: number): string {
    return new TextDecoder().decode(this.take(count));
  }

  /** A text that ends with a zero byte. */
  zeroEnded(): string {
    const stop = this.bytes.indexOf(0, this.at);
    if (stop < 0 || stop > this.end) throw corrupt("a name in it does not end");
    const text = this.text(stop - this.at);
    this.skip(1);
    return text;
  }

  /** Takes the four letters that a structure starts with. */
  expect(signature: string): void {
    const found = this.text(signature.length);
    if (found !== signature)
      throw corrupt(`${signature} is not at byte ${this.at - signature.length}, where it should be`);
  }

  /** Takes the version of a structure, when it is one of those that are read. */
  version(structure: string, ...known: readonly number[]): number {
    const found = this.uint(1);
    if (known.includes(found)) return found;
    throw unsupported(`${structure} of version ${found}`);
  }
}
