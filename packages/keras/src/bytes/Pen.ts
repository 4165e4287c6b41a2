/** Writes one number after another, little-endian, into bytes that grow. */
export class Pen {
  #bytes = new Uint8Array(1024);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
  }

  zeros(count: number): this {
    return this.bytes(new Uint8Array(count));
  }

  align(to: number): this {
    return this.zeros((to - (this.#at % to)) % to);
  }

  bytes(bytes: ArrayLike<number>): this {
    const start = this.#at;
    this.#at += bytes.length;
    if (this.#at > this.#bytes.length) {
      const larger = new Uint8Array(this.#at * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, start);
    return this;
  }

  text(text: string): this {
    return this.bytes(new TextEncoder().encode(text));
  }

  /** Numbers of as many bytes each; -1 is all ones. */
  uints(width: number, ...values: readonly number[]): this {
    for (const value of values) {
      this.bytes(Uint8Array.from({ length: width }, (_, byte) => Math.floor(value / 256 ** byte)));
    }
    return this;
  }
}
