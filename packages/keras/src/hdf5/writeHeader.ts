import { Pen } from "../bytes/Pen.ts";

/** A message of an object header: its number in the format, and what it says. */
export type MessageDraft = readonly [type: number, body: Pen];

/**
 * Writes an object header of version 1.
 *
 * @returns its address
 */
export function writeHeader(pen: Pen, messages: readonly MessageDraft[]): number {
  const all = new Pen();
  for (const [type, body] of messages) {
    all.uints(2, type, body.align(8).length, 0, 0).bytes(body.finish());
  }
  const address = pen.align(8).length;
  pen.uints(2, 1, messages.length).uints(4, 1, all.length, 0).bytes(all.finish());
  return address;
}

/** The message of a shape. */
export function shapeMessage(shape: readonly number[]): Pen {
  return new Pen().bytes([1, shape.length, 0, 0, 0, 0, 0, 0]).uints(8, ...shape);
}
