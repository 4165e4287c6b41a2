// A setup file of Vitest, whose `toEqual` goes through arrays of numbers value by value: seconds for the weights of a network. Arrays of
// the same bytes are equal without that; where bytes differ, Vitest decides and shows where.
import { expect } from "vitest";

/** Files that share a process share its testers, too: each would add one. */
const shared = globalThis as { minibatchComparesTypedArrays?: boolean };
if (!shared.minibatchComparesTypedArrays) {
  shared.minibatchComparesTypedArrays = true;
  expect.addEqualityTesters([
    (one: unknown, other: unknown): true | undefined => {
      if (!ArrayBuffer.isView(one) || !ArrayBuffer.isView(other)) return undefined;
      if (one.constructor !== other.constructor || one.byteLength !== other.byteLength) return undefined;
      return Buffer.compare(bytesOf(one), bytesOf(other)) === 0 || undefined;
    },
  ]);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
