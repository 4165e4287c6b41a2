import { Pen } from "../bytes/Pen.ts";
import type { Hdf5Draft } from "./Hdf5Draft.ts";
import { attributeMessage } from "./messageTypes.ts";
import type { WriteAttributes } from "./writeHdf5.ts";
import { type MessageDraft, shapeMessage } from "./writeHeader.ts";

/** HDF5 has no smaller heaps. */
const smallestHeap = 4096;

/** The type of texts of any length, UTF-8. */
const variableText = [0x19, 1, 1, 0, 16, 0, 0, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0];

/** Writes attributes that are texts, or lists of texts. */
export const textAttributes: WriteAttributes = (pen, root) => {
  const texts = [...new Set(textsIn(root))];
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const heap = writeHeap(pen, encoded);
  return ({ attributes = {} }) =>
    Object.entries(attributes).map(([name, value]): MessageDraft => {
      const nameText = new Pen().text(name).zeros(1);
      const shape = shapeMessage(typeof value === "string" ? [] : [value.length]);
      const body = new Pen().uints(2, 1, nameText.length, variableText.length, shape.length);
      for (const part of [nameText.finish(), variableText, shape.finish()]) body.bytes(part).align(8);
      for (const text of [value].flat()) {
        const i = texts.indexOf(text);
        body
          .uints(4, encoded[i]?.length ?? 0)
          .uints(8, heap)
          .uints(4, i + 1);
      }
      return [attributeMessage, body];
    });
};

function textsIn(draft: Hdf5Draft): string[] {
  if (!("children" in draft)) return [];
  return [...Object.values(draft.attributes ?? {}).flat(), ...[...draft.children.values()].flatMap(textsIn)];
}

/** Writes the global heap of a file, in which the texts lie, each once. */
function writeHeap(pen: Pen, texts: readonly Uint8Array[]): number {
  const used = texts.reduce((sum, { length }) => sum + 16 + Math.ceil(length / 8) * 8, 16);
  // What is left is an object too, with the number 0.
  const length = Math.max(smallestHeap, used + 16);
  const address = pen.align(8).length;
  pen.text("GCOL").uints(4, 1).uints(8, length);
  texts.forEach((bytes, i) =>
    pen
      .uints(2, i + 1, 1, 0, 0)
      .uints(8, bytes.length)
      .bytes(bytes)
      .align(8),
  );
  pen.uints(8, 0, length - used).zeros(length - used - 16);
  return address;
}
