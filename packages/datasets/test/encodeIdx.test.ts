import { expect, test } from "vitest";
import { encodeIdx } from "../src/formats/encodeIdx.ts";
import { parseIdx } from "../src/formats/parseIdx.ts";

test("encodeIdx(array) writes what parseIdx reads, of any rank", () => {
  for (const shape of [[6], [2, 3], [1, 2, 3, 1], [0, 4]]) {
    const length = shape.reduce((product, axis) => product * axis, 1);
    const data = Uint8Array.from({ length }, (_, at) => 40 * at);
    expect(parseIdx(encodeIdx({ data, shape }) ?? new Uint8Array(0))).toEqual({ data, shape });
  }
});

test("encodeIdx(array) writes a type, the axes and the values, big-endian", () => {
  const bytes = encodeIdx({ data: Uint8ClampedArray.of(5, 0, 4), shape: [3] });
  expect([...(bytes ?? [])]).toEqual([0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4]);
});

test("encodeIdx(array) leaves other arrays than bytes", () => {
  expect(encodeIdx({ data: Float32Array.of(1), shape: [1] })).toBeUndefined();
  expect(encodeIdx({ data: Int8Array.of(1), shape: [1] })).toBeUndefined();
});
