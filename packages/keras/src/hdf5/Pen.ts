/** Writes one number after another, little-endian, into bytes that grow. */
export class Pen {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at);
  }

  zeros(count: number): this {
    this.#grow(count);
    return this;
  }

  align(to: number): this {
    return this.zeros((to - (this.#at % to)) % to);
  }

  bytes(bytes: ArrayLike<number>): this {
    const at = this.#grow(bytes.length);
    this.#bytes.set(bytes, at);
    return this;
  }

  text(text: string): this {
    return this.bytes(new TextEncoder().encode(text));
  }

  uint(count: 1 | 2 | 4, value: number): this {
    const at = this.#grow(count);
    if (count === 1) this.#view.setUint8(at, value);
    else if (count === 2) this.#view.setUint16(at, value, true);
    else this.#view.setUint32(at, value, true);
    return this;
  }

  /** An address or a length. */
  word(value: number | bigint): this {
    const at = this.#grow(8);
    this.#view.setBigUint64(at, BigInt(value), true);
    return this;
  }

  /** The message of a shape. */
  shape(shape: readonly number[]): this {
    this.bytes([1, shape.length, 0, 0, 0, 0, 0, 0]);
    for (const length of shape) this.word(length);
    return this;
  }

  /** The message of the type float32. */
  float32(): this {
    return this.bytes([0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0]);
  }

  /** The message of the type int32. */
  int32(): this {
    return this.bytes([0x10, 8, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0]);
  }

  /** The message of the type of texts of any length, UTF-8. */
  variableText(): this {
    this.bytes([0x19, 1, 1, 0, 16, 0, 0, 0]);
    return this.bytes([0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0]);
  }

  /** Leaves room for what is known later. */
  reserve(count: number): number {
    return this.#grow(count);
  }

  /** Writes into a room that was left. */
  patch(at: number, write: (pen: Pen) => unknown): void {
    const end = this.#at;
    this.#at = at;
    write(this);
    this.#at = end;
  }

  #grow(count: number): number {
    const start = this.#at;
    this.#at += count;
    if (this.#at > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#at, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return start;
  }
}
