import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseNpy } from "../src/formats/parseNpy.ts";
import { codeOf } from "./codeOf.ts";
import reference from "./reference/npy.json" with { type: "json" };

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

/** A file of version 1 with this header, then `bytes` zeros. */
function npy(header: string, bytes = 0): Uint8Array {
  const text = new TextEncoder().encode(`${header}\n`);
  return new Uint8Array([
    0x93,
    78,
    85,
    77,
    80,
    89,
    1,
    0,
    text.length & 255,
    text.length >> 8,
    ...text,
    ...Array(bytes).fill(0),
  ]);
}

test.each(Object.entries(reference.npy))(
  "parseNpy(bytes) reads %s as NumPy does",
  (_, { base64, shape, values }) => {
    const array = parseNpy(fromBase64(base64));
    expect(array.shape).toEqual(shape);
    expect([...array.data]).toEqual(values);
  },
);

test("parseNpy(bytes) gives the types that hold the values", () => {
  const typeOf = (name: keyof typeof reference.npy): string =>
    parseNpy(fromBase64(reference.npy[name].base64)).data.constructor.name;
  expect(typeOf("|b1")).toBe("Uint8Array");
  expect(typeOf("<u2")).toBe("Int32Array");
  expect(typeOf("<i8")).toBe("Float64Array");
  expect(typeOf(">f4")).toBe("Float32Array");
});

test.each(Object.entries(reference.versions))(
  "parseNpy(bytes) reads version %s of the format",
  (_, base64) => {
    const { shape, values } = reference.npy.fortran;
    expect(parseNpy(fromBase64(base64))).toEqual({ data: Int32Array.from(values), shape });
  },
);

test.each(Object.entries(reference.refused))("parseNpy(bytes) refuses %s", (_, base64) => {
  expect(codeOf(() => parseNpy(fromBase64(base64)))).toBe("INVALID_FORMAT");
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["another format", new Uint8Array([80, 75, 3, 4, 0, 0, 0, 0, 0, 0])],
  ["a version from the future", new Uint8Array([0x93, 78, 85, 77, 80, 89, 9, 0, 0, 0, 0, 0])],
  ["a header that ends too early", npy("{'descr': '<f8'").subarray(0, 15)],
  ["a header without a shape", npy("{'descr': '<f8', 'fortran_order': False, }")],
  ["a value too few", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", 8)],
  ["a byte too many", npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }", 3)],
])("parseNpy(bytes) rejects %s", (_, bytes) => {
  expect(codeOf(() => parseNpy(bytes))).toBe("INVALID_FORMAT");
});

const start = [0x93, 78, 85, 77, 80, 89];

test.each([
  ["nothing", new Uint8Array(0), "starts with"],
  ["other first bytes", new Uint8Array([1, ...npy("{}").subarray(1)]), "starts with"],
  ["version 0", new Uint8Array([...start, 0, 0, 2, 0, 123, 125]), "a version from 1 to 3"],
  ["version 4", new Uint8Array([...start, 4, 0, 2, 0, 0, 0, 123, 125]), "a version from 1 to 3"],
  ["a header without its length", new Uint8Array([...start, 1, 0, 2]), "starts with"],
  ["a header of nothing", new Uint8Array([...start, 1, 0, 0, 0]), "Expected an .npy header"],
  ["version 2 without its length", new Uint8Array([...start, 2, 0, 2, 0, 0]), "starts with"],
  ["a header that is cut off", npy("{'descr': '<f8'").subarray(0, 15), "ends at byte 26, got 15 bytes"],
  [
    "complex numbers",
    npy("{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }  ", 16),
    "'shape': (2,), }",
  ],
  [
    "a value too few",
    npy("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", 8),
    "promises shape [2]",
  ],
])("parseNpy(bytes) says of %s what it expected", (_, bytes, message) => {
  expect(() => parseNpy(bytes)).toThrow(message);
});

test("parseNpy(bytes) names the types that it reads", () => {
  const complex = npy("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", 8);
  expect(() => parseNpy(complex)).toThrow(
    /plain number type \(b1, u1, i1, .*f8\), got \{'descr': '<c8'.*\}$/,
  );
});

test.each([
  ["2^40 bytes", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (137438953472,), }")],
  [
    "a shape beyond counting",
    npy(`{'descr': '|u1', 'fortran_order': True, 'shape': (0, ${"9".repeat(400)}), }`),
  ],
  ["nine axes", npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 1, 1, 1, 1, 1, 1, 1), }", 1)],
  ["a header of 60 kB", npy(" ".repeat(60_000))],
])("parseNpy(bytes) refuses a header that promises %s", (_, bytes) => {
  expect(codeOf(() => parseNpy(bytes))).toBe("LIMIT_EXCEEDED");
});

test("parseNpy(bytes) takes no longer for a header that was made to be slow", () => {
  const shape = `${"1".repeat(300)}x`;
  const bytes = npy(`{'descr': '<f8', 'fortran_order': False, 'shape': (${shape}), }`);
  const start = performance.now();
  expect(codeOf(() => parseNpy(bytes))).toBe("INVALID_FORMAT");
  expect(performance.now() - start).toBeLessThan(1000);
});

test("parseNpy(bytes) gives a result or a DatasetError for any bytes", () => {
  const files = Object.values(reference.npy).map(({ base64 }) => fromBase64(base64));
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.nat({ max: 200 }), fc.nat({ max: 255 }), fc.nat({ max: 300 }))
    .map(([file, at, byte, end]) => file.map((old, i) => (i === at ? byte : old)).subarray(0, end));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), damaged), (bytes) => {
      expect(["none", "INVALID_FORMAT", "LIMIT_EXCEEDED"]).toContain(codeOf(() => parseNpy(bytes)));
    }),
    { seed: 1, numRuns: 2000 },
  );
});
