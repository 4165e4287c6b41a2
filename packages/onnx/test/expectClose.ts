import { expect } from "vitest";
import type { FloatArray } from "./FloatArray.ts";

/** Expects the same shapes, and numbers that are off by no more than a share of the largest one. */
export function expectClose(
  got: readonly FloatArray[],
  wanted: readonly FloatArray[],
  tolerance = 1e-6,
): void {
  expect(got.map(({ shape }) => shape)).toEqual(wanted.map(({ shape }) => shape));
  for (const [index, { data }] of wanted.entries()) {
    const off = data.map((value, at) => Math.abs(value - (got[index]?.data[at] ?? Number.NaN)));
    const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largest, "an output that tells something").toBeGreaterThan(0);
    expect(off.reduce((most, value) => Math.max(most, value), 0) / largest).toBeLessThanOrEqual(tolerance);
    expect(off.some(Number.isNaN)).toBe(false);
  }
}
