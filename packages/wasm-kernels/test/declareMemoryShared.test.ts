import { expect, it } from "vitest";
import { declareMemoryShared } from "../src/declareMemoryShared.ts";

const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
// A custom section, so that there is something to pass over; then one memory of 1 to 2 pages.
const withMaximum = [...header, 0, 2, 1, 0x78, 5, 4, 1, 1, 1, 2];

it("declareMemoryShared(module) gives a module that makes shared memory, and leaves the original", async () => {
  const exported = [7, 5, 1, 1, 0x6d, 2, 0];
  const original = Uint8Array.from([...withMaximum, ...exported]);
  const { instance } = await WebAssembly.instantiate(declareMemoryShared(original));
  expect((instance.exports["m"] as WebAssembly.Memory).buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(Array.from(original).slice(0, withMaximum.length)).toEqual(withMaximum);
});

it("declareMemoryShared(module) rejects a module without such a memory, and one cut short", () => {
  const withoutMaximum = [...header, 5, 3, 1, 0, 1];
  for (const bytes of [header, withoutMaximum, withMaximum.slice(0, -5)]) {
    expect(() => declareMemoryShared(Uint8Array.from(bytes))).toThrow(RangeError);
  }
});
