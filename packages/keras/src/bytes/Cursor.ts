import { corrupt, unsupported } from "../faults.ts";

/** The width of addresses and lengths, which every HDF5 file chooses for itself; all that is written today chooses 8. */
const wordBytes = 8;

/** All ones: the address of what does not exist. */
export const undefinedAddress: number = -1;

/** Reads one number after another from bytes, little-endian, and never beyond their end. */
export class Cursor {
  readonly bytes: Uint8Array;
  at: number;
  /** The first byte that no longer belongs to what is being read. */
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end: number = bytes.length) {
    if (!(at >= 0 && at <= end && end <= bytes.length)) {
      throw corrupt(`it points to byte ${at}, and has ${bytes.length}`);
    }
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Another cursor over the same bytes. */
  fork(at: number, end?: number): Cursor {
    return new Cursor(this.bytes, at, end);
  }

  skip(count: number): void {
    this.at += count;
    if (!(this.at <= this.end)) throw corrupt(`it ends at byte ${this.end}, too early`);
  }

  take(count: number): Uint8Array {
    const start = this.at;
    this.skip(count);
    return this.bytes.subarray(start, this.at);
  }

  /** An unsigned number of 1 to 8 bytes. */
  uint(count: number): number {
    return this.take(count).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  length(): number {
    return this.uint(wordBytes);
  }

  address(): number {
    const value = this.uint(wordBytes);
    return value > 0xffff_ffff_ffff_f000 ? undefinedAddress : value;
  }

  text(count: number): string {
    return new TextDecoder().decode(this.take(count));
  }

  /** A text that ends with a zero byte. */
  zeroEnded(): string {
    const stop = this.bytes.indexOf(0, this.at);
    if (stop < 0) throw corrupt("a name does not end");
    const text = this.text(stop - this.at);
    this.skip(1);
    return text;
  }

  /** Takes the letters that a structure starts with. */
  expect(signature: string): void {
    const start = this.at;
    if (this.text(signature.length) !== signature)
      throw corrupt(`a part of it does not start at byte ${start}, where it should`);
  }

  /** Takes the version of a structure, when it is one of those that are read. */
  version(structure: string, ...known: readonly number[]): number {
    const found = this.uint(1);
    if (known.includes(found)) return found;
    throw unsupported(`${structure} of version ${found}`);
  }
}
