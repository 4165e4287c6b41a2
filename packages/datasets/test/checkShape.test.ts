import { expect, test } from "vitest";
import { checkShape } from "../src/formats/checkShape.ts";

test("checkShape(shape, bytesPerValue) counts the values, up to 2 GiB and 8 axes", () => {
  expect(checkShape([], 8)).toBe(1);
  expect(checkShape([2, 3, 4], 1)).toBe(24);
  expect(checkShape([5, 0], 4)).toBe(0);
  expect(checkShape([2 ** 28], 8)).toBe(2 ** 28);
  expect(checkShape(Array<number>(8).fill(1), 1)).toBe(1);
});

test.each([
  [[2 ** 28 + 1], 8, "The header promises shape [268435457] of 8 bytes each, the limit is 2147483648 bytes"],
  [[2 ** 31, 2], 1, "The header promises shape [2147483648, 2] of 1 bytes each"],
  [[0, 2 ** 32], 1, "The header promises shape [0, 4294967296]"],
  [Array<number>(9).fill(1), 1, "The header has 9 axes, the limit is 8"],
])("checkShape(%j, %d) is refused before anything is allocated", (shape, bytes, message) => {
  expect(() => checkShape(shape, bytes)).toThrow(
    expect.objectContaining({ code: "LIMIT_EXCEEDED", message: expect.stringContaining(message) }),
  );
});
