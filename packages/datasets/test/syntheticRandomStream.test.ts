import { expect, test } from "vitest";
import { randomStream } from "../src/synthetic/randomStream.ts";

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

test("randomStream(seed, stream, index) draws sfc32's numbers", () => {
  // The first three after 15 rounds from (1, 2, 3, counter 1), computed with Python's unbounded integers.
  const { uniform } = randomStream(1, 2, 3);
  expect(draws(3, () => uniform() * 2 ** 32)).toEqual([3987121759, 92551270, 1122162139]);
});

test("randomStream(seed, stream, index) differs when one bit of one number differs", () => {
  const starts = [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [2 ** 31, 0, 0],
    [-1, 0, 0],
  ] as const;
  const firsts = starts.map(([seed, stream, index]) => randomStream(seed, stream, index).uniform());
  expect(new Set(firsts).size).toBe(starts.length);
});

test("randomStream().uniform() is even in [0, 1), .bell() has mean 0 and deviation 1, .below(n) covers 0 to n - 1", () => {
  const { uniform, bell, below } = randomStream(7, 0, 0);
  const uniforms = draws(20_000, uniform);
  expect(Math.min(...uniforms)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...uniforms)).toBeLessThan(1);
  expect(mean(uniforms)).toBeCloseTo(0.5, 1.5);
  const bells = draws(20_000, bell);
  expect(mean(bells)).toBeCloseTo(0, 1.5);
  expect(mean(bells.map((value) => value * value))).toBeCloseTo(1, 1.2);
  expect(new Set(draws(200, () => below(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
