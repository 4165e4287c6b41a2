import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseIdx } from "../src/formats/parseIdx.ts";
import { codeOf } from "./codeOf.ts";

/** A header: type, shape; then the bytes of the values. */
function idx(type: number, shape: readonly number[], values: readonly number[] = []): Uint8Array {
  const header = new DataView(new ArrayBuffer(4 + 4 * shape.length));
  header.setUint32(0, type * 256 + shape.length);
  for (const [axis, length] of shape.entries()) header.setUint32(4 + 4 * axis, length);
  return new Uint8Array([...new Uint8Array(header.buffer), ...values]);
}

test.each([
  ["unsigned bytes", 0x08, [255, 1], new Uint8Array([255, 1])],
  ["signed bytes", 0x09, [255, 1], new Int8Array([-1, 1])],
  ["16-bit integers", 0x0b, [255, 254, 1, 0], new Int16Array([-2, 256])],
  ["32-bit integers", 0x0c, [255, 255, 255, 254, 0, 1, 0, 0], new Int32Array([-2, 65_536])],
  ["32-bit floats", 0x0d, [0x3f, 0x80, 0, 0, 0xc0, 0, 0, 0], new Float32Array([1, -2])],
  [
    "64-bit floats",
    0x0e,
    [0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0],
    new Float64Array([1, -2]),
  ],
])("parseIdx(bytes) reads %s", (_, type, values, expected) => {
  expect(parseIdx(idx(type, [2], values))).toEqual({ data: expected, shape: [2] });
});

test("parseIdx(bytes) reads any rank", () => {
  expect(parseIdx(idx(8, [], [7]))).toEqual({ data: new Uint8Array([7]), shape: [] });
  expect(parseIdx(idx(8, [2, 1, 2], [1, 2, 3, 4]))).toEqual({
    data: new Uint8Array([1, 2, 3, 4]),
    shape: [2, 1, 2],
  });
  expect(parseIdx(idx(8, [3, 0]))).toEqual({ data: new Uint8Array(0), shape: [3, 0] });
});

test("parseIdx(bytes) returns bytes as a view, without a copy", () => {
  const bytes = idx(8, [2], [1, 2]);
  expect(parseIdx(bytes).data.buffer).toBe(bytes.buffer);
});

test("parseIdx(bytes) reads bytes that start in the middle of a buffer", () => {
  const bytes = new Uint8Array([9, 9, 9, ...idx(0x0b, [1], [1, 0])]).subarray(3);
  expect(parseIdx(bytes)).toEqual({ data: new Int16Array([256]), shape: [1] });
});

test("parseIdx(bytes, { limit }) reads the first entries, also when the others are missing", () => {
  const bytes = idx(8, [3, 2], [1, 2, 3, 4, 5, 6]);
  const expected = { data: new Uint8Array([1, 2, 3, 4]), shape: [2, 2] };
  expect(parseIdx(bytes, { limit: 2 })).toEqual(expected);
  expect(parseIdx(bytes.subarray(0, -1), { limit: 2 })).toEqual(expected);
  expect(parseIdx(bytes, { limit: 9 }).shape).toEqual([3, 2]);
  expect(codeOf(() => parseIdx(bytes.subarray(0, -3), { limit: 2 }))).toBe("INVALID_FORMAT");
});

test.each([-1, 0.5, Number.NaN])("parseIdx(bytes, { limit: %d }) throws", (limit) => {
  expect(codeOf(() => parseIdx(idx(8, [0]), { limit }))).toBe("INVALID_ARGUMENT");
  expect(() => parseIdx(idx(8, [0]), { limit })).toThrow(
    `limit must be a whole number from 0 up, got ${limit}`,
  );
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["half a header", new Uint8Array([0, 0, 8])],
  ["a header without its shape", new Uint8Array([0, 0, 8, 2, 0, 0, 0, 1])],
  ["another format", new Uint8Array([80, 75, 3, 4])],
  ["an unknown type", idx(0x0a, [1], [1])],
  ["one byte too few", idx(8, [2], [1])],
  ["one byte too many", idx(8, [2], [1, 2, 3])],
])("parseIdx(bytes) rejects %s", (_, bytes) => {
  expect(codeOf(() => parseIdx(bytes))).toBe("INVALID_FORMAT");
});

test("parseIdx(bytes) says that a zipped file is to be unzipped first", () => {
  expect(() => parseIdx(new Uint8Array([0x1f, 0x8b, 8, 0]))).toThrow("unzip it first");
});

test.each([
  ["nothing", new Uint8Array(0), "got nothing"],
  ["half a header", new Uint8Array([0, 0, 8]), "got 00 00 08"],
  ["another format", new Uint8Array([80, 75, 3, 4, 5]), "got 50 4b 03 04"],
  ["a first byte", new Uint8Array([1, ...idx(8, [1], [1]).subarray(1)]), "got 01 00 08 01"],
  ["a second byte", new Uint8Array([0, 1, ...idx(8, [1], [1]).subarray(2)]), "got 00 01 08 01"],
  ["three bytes of zeros", new Uint8Array([0, 0, 8]), "starts with 00 00"],
  ["a header without its shape", new Uint8Array([0, 0, 8, 2, 0, 0, 0, 1]), "of 2 axes has 12 bytes, got 8"],
  ["a byte too few", idx(8, [1, 2], [1]), "promises shape [1, 2], so 14 bytes, got 13"],
])("parseIdx(bytes) says of %s what it expected and what came", (_, bytes, message) => {
  expect(() => parseIdx(bytes)).toThrow(message);
});

test.each([
  ["more axes than the limit", idx(8, Array(9).fill(1))],
  ["2^40 bytes", idx(8, [2 ** 20, 2 ** 20])],
  ["2^32 doubles", idx(14, [2 ** 16, 2 ** 16])],
  ["2^64 times nothing", idx(8, [0, 2 ** 32 - 1, 2 ** 32 - 1])],
])("parseIdx(bytes) refuses a header that promises %s, at no cost", (_, bytes) => {
  const before = process.memoryUsage().arrayBuffers;
  expect(codeOf(() => parseIdx(bytes))).toBe("LIMIT_EXCEEDED");
  expect(codeOf(() => parseIdx(bytes, { limit: 1 }))).toBe("LIMIT_EXCEEDED");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6);
});

test("parseIdx(bytes) gives a result or a DatasetError for any bytes", () => {
  const anything = fc.uint8Array({ maxLength: 64 });
  const nearlyIdx = fc
    .tuple(fc.constantFrom(8, 9, 11, 12, 13, 14), fc.array(fc.nat({ max: 4 }), { maxLength: 4 }), anything)
    .map(([type, shape, rest]) => idx(type, shape, [...rest]));
  const limit = fc.option(fc.nat({ max: 5 }), { nil: undefined });
  fc.assert(
    fc.property(fc.oneof(anything, nearlyIdx), limit, (bytes, limit) => {
      expect(["none", "INVALID_FORMAT", "LIMIT_EXCEEDED"]).toContain(
        codeOf(() => {
          const { data, shape } = parseIdx(bytes, { limit });
          expect(data).toHaveLength(shape.reduce((product, length) => product * length, 1));
        }),
      );
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test("parseIdx(bytes) gives back what was written", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 50 }), (values) => {
      const view = new DataView(new ArrayBuffer(8 * values.length));
      for (const [i, value] of values.entries()) view.setFloat64(8 * i, value);
      const bytes = idx(14, [values.length], [...new Uint8Array(view.buffer)]);
      expect(parseIdx(bytes)).toEqual({ data: Float64Array.from(values), shape: [values.length] });
    }),
    { seed: 1 },
  );
});
