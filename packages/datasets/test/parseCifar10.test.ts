import { expect, test } from "vitest";
import { parseCifar10 } from "../src/parseCifar10.ts";
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
