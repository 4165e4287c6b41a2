/** What all threads together may need for pictures that are being unpacked. */
const BUDGET = 400e6;
/** What decoders need for a pixel: four bytes twice, and what waits to be freed. */
const BYTES_A_PIXEL = 14;

/**
 * Keeps the memory of decoding bounded: a thread holds on to as much as its largest picture took, so large pictures go to few
 * threads, and small ones to all.
 */
export class MemoryShares {
  readonly #largest: number[];

  constructor(threads: number) {
    this.#largest = new Array<number>(threads).fill(0);
  }

  /** Whether a thread may take a picture of so many pixels; the first may take any. */
  take(thread: number, pixels: number): boolean {
    const own = Math.max(this.#largest[thread] ?? 0, pixels);
    const others = this.#largest.reduce((sum, each, at) => (at === thread ? sum : sum + each), 0);
    const fits = thread === 0 || own === this.#largest[thread] || (own + others) * BYTES_A_PIXEL <= BUDGET;
    if (fits) this.#largest[thread] = own;
    return fits;
  }
}
