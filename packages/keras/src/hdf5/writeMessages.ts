import { Pen } from "./Pen.ts";
import type { TextHeap } from "./textHeap.ts";

/** A message of an object header, and what its body is. */
export interface MessageDraft {
  readonly type: number;
  readonly write: (body: Pen) => unknown;
}

/** The attributes of a group: texts, and lists of texts. */
export type AttributeDrafts = Readonly<Record<string, string | readonly string[]>>;

/**
 * Writes an object header of version 1 with its attributes.
 *
 * @returns its address
 */
export function writeMessages(
  pen: Pen,
  heap: TextHeap,
  attributes: AttributeDrafts,
  messages: readonly MessageDraft[],
): number {
  const named = Object.entries(attributes).map(([name, value]) => attribute(heap, name, value));
  const bodies = [...messages, ...named].map(({ type, write }) => {
    const body = new Pen();
    write(body);
    return { type, bytes: body.align(8).finish() };
  });
  pen.align(8);
  const address = pen.length;
  const length = bodies.reduce((sum, { bytes }) => sum + 8 + bytes.length, 0);
  pen.bytes([1, 0]).uint(2, bodies.length).uint(4, 1).uint(4, length).uint(4, 0);
  for (const { type, bytes } of bodies) {
    pen.uint(2, type).uint(2, bytes.length).uint(4, 0).bytes(bytes);
  }
  return address;
}

function attribute(heap: TextHeap, name: string, value: string | readonly string[]): MessageDraft {
  const nameBytes = new TextEncoder().encode(`${name}\0`);
  const shape = typeof value === "string" ? [] : [value.length];
  return {
    type: 0x0c,
    write: (body) => {
      body
        .bytes([1, 0])
        .uint(2, nameBytes.length)
        .uint(2, 20)
        .uint(2, 8 + 8 * shape.length);
      body.bytes(nameBytes).align(8);
      body.variableText().align(8);
      body.shape(shape);
      for (const text of [value].flat()) {
        const { length, index } = heap.find(text);
        body
          .uint(4, length)
          .word(index > 0 ? heap.address : 0)
          .uint(4, index);
      }
    },
  };
}
