import * as fc from "fast-check";
import { expect, test } from "vitest";
import { copyCifar10, emptyCifar10, parseCifar10 } from "../src/formats/parseCifar10.ts";
import { codeOf } from "./codeOf.ts";

test("parseCifar10(bytes) turns planes into pixels", () => {
  const bytes = new Uint8Array(2 * 3073);
  for (const [record, label] of [3, 9].entries()) {
    bytes[record * 3073] = label;
    for (let i = 0; i < 3072; i++)
      bytes[record * 3073 + 1 + i] = Math.floor(i / 1024) * 100 + ((i % 1024) % 7) + record;
  }
  const { x, y } = parseCifar10(bytes);
  expect(y).toEqual({ data: new Uint8Array([3, 9]), shape: [2] });
  expect(x.shape).toEqual([2, 32, 32, 3]);
  expect([...x.data.subarray(0, 6)]).toEqual([0, 100, 200, 1, 101, 201]);
  expect([...x.data.subarray(3072, 3078)]).toEqual([1, 101, 201, 2, 102, 202]);
  expect([...x.data.subarray(-3)]).toEqual([2, 102, 202]);
});

test("parseCifar10(bytes) rejects part of a record and a label beyond 9", () => {
  expect(codeOf(() => parseCifar10(new Uint8Array(3072)))).toBe("INVALID_FORMAT");
  expect(codeOf(() => parseCifar10(new Uint8Array(3073).fill(10)))).toBe("INVALID_FORMAT");
});

test("parseCifar10(bytes) gives a result or a DatasetError for any bytes", () => {
  const records = fc
    .tuple(fc.nat({ max: 3 }), fc.uint8Array({ minLength: 1, maxLength: 300 }), fc.nat({ max: 1 }))
    .map(([count, pattern, rest]) => {
      const bytes = new Uint8Array(count * 3073 + rest);
      return bytes.map((_, i) => (pattern[i % pattern.length] ?? 0) % (i % 3073 === 0 ? 12 : 256));
    });
  fc.assert(
    fc.property(records, (bytes) => {
      expect(["none", "INVALID_FORMAT"]).toContain(
        codeOf(() => {
          const { x, y } = parseCifar10(bytes);
          expect(x.data).toHaveLength(3072 * y.data.length);
          expect(y.data.every((label) => label <= 9)).toBe(true);
        }),
      );
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("parseCifar10(bytes) says of what it refuses what it expected and what came", () => {
  expect(() => parseCifar10(new Uint8Array(3072))).toThrow(
    "A CIFAR-10 batch has records of 3073 bytes, got 3072 bytes",
  );
  const bytes = new Uint8Array(2 * 3073);
  bytes[3073] = 10;
  expect(() => parseCifar10(bytes)).toThrow("A CIFAR-10 label is from 0 to 9, got 10 in record 1");
});

test("copyCifar10(bytes, samples, row) fills what is behind the row, and no more than there is", () => {
  const bytes = new Uint8Array(2 * 3073).fill(7);
  const samples = emptyCifar10(4);
  copyCifar10(bytes, samples, 1);
  expect([...samples.y.data]).toEqual([0, 7, 7, 0]);
  expect([...samples.x.data].filter((value) => value === 7)).toHaveLength(2 * 3072);
  copyCifar10(bytes, samples, 3);
  expect([...samples.y.data]).toEqual([0, 7, 7, 7]);
  expect(samples.x.data).toHaveLength(4 * 3072);
});
