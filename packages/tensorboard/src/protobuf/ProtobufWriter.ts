const text = new TextEncoder();

/**
 * Writes the fields of one protobuf message.
 *
 * Contents are kept as the chunks they came in and copied once, in `finish`: a model is mostly weights, three messages deep.
 */
export class ProtobufWriter {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  /** An integer; a negative one takes ten bytes, as protobuf's `int64`. */
  integer(field: number, value: number | bigint): this {
    return this.#push(Uint8Array.from([...varint(field * 8), ...varint(value)]));
  }

  float(field: number, value: number): this {
    const bytes = new DataView(new ArrayBuffer(4));
    bytes.setFloat32(0, value, true);
    return this.#push(Uint8Array.from(varint(field * 8 + 5))).#push(new Uint8Array(bytes.buffer));
  }

  double(field: number, value: number): this {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setFloat64(0, value, true);
    return this.#push(Uint8Array.from(varint(field * 8 + 1))).#push(new Uint8Array(bytes.buffer));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.#push(this.#head(field, value.length)).#push(value);
  }

  string(field: number, value: string): this {
    return this.bytes(field, text.encode(value));
  }

  /** A message in this one; empty ones are written too. */
  message(field: number, fill: (inner: ProtobufWriter) => void): this {
    const inner = new ProtobufWriter();
    fill(inner);
    this.#push(this.#head(field, inner.#length));
    for (const chunk of inner.#chunks) this.#push(chunk);
    return this;
  }

  /** The bytes so far. */
  get length(): number {
    return this.#length;
  }

  finish(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  }

  #head(field: number, length: number): Uint8Array {
    return Uint8Array.from([...varint(field * 8 + 2), ...varint(length)]);
  }

  #push(chunk: Uint8Array): this {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    return this;
  }
}

/** Seven bits a byte, the lowest first; all but the last have the eighth bit set. */
function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}
