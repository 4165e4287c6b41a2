import type { Pen } from "./Pen.ts";

/** Where the texts of all attributes lie, each once. */
export interface TextHeap {
  readonly address: number;
  /** The bytes of a text, and its number in the heap; 0 for an empty one. */
  find(text: string): { readonly length: number; readonly index: number };
}

/** HDF5 has no smaller heaps. */
const smallest = 4096;

/** Writes the global heap of a file. */
export function writeTextHeap(pen: Pen, texts: Iterable<string>): TextHeap {
  const encoded = new Map([...new Set(texts)].map((text) => [text, new TextEncoder().encode(text)]));
  encoded.delete("");
  const found = new Map([...encoded].map(([text, { length }], i) => [text, { length, index: i + 1 }]));
  const used = [...encoded.values()].reduce((sum, { length }) => sum + 16 + Math.ceil(length / 8) * 8, 16);
  // What is left is an object too, with the number 0.
  const length = Math.max(smallest, used + 16);
  const address = pen.align(8).length;
  pen.text("GCOL").uint(4, 1).word(length);
  for (const [text, bytes] of encoded) {
    pen
      .uint(2, found.get(text)?.index ?? 0)
      .uint(2, 1)
      .uint(4, 0);
    pen.word(bytes.length).bytes(bytes).align(8);
  }
  pen
    .word(0)
    .word(length - used)
    .zeros(length - used - 16);
  return { address, find: (text) => found.get(text) ?? { length: 0, index: 0 } };
}
