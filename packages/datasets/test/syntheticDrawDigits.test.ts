import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type DrawDigitsOptions, drawDigits } from "../src/synthetic/drawDigits.ts";

const { x, y } = drawDigits({ count: 1500 });
const images = Array.from({ length: 1500 }, (_, i) => x.data.subarray(i * 784, (i + 1) * 784));

test("drawDigits({ count: 100, seed: 1 }) draws the same bytes on every machine", () => {
  const digits = drawDigits({ count: 100, seed: 1 });
  // Whoever changes strokes or jitter changes these on purpose, and measures anew what syntheticDigits claims.
  expect([...digits.y.data.subarray(0, 10)]).toEqual([9, 1, 2, 7, 6, 4, 0, 5, 8, 3]);
  expect(createHash("sha256").update(digits.x.data).update(digits.y.data).digest("hex")).toBe(
    "e115dcccacda346224a0cf927ca53046f3a089ee58f06fa326289419ef04f9a1",
  );
});

test("drawDigits({ first }) goes on where a smaller count ended", () => {
  const rest = drawDigits({ count: 25, first: 113 });
  expect(rest.x.data.join()).toBe(x.data.subarray(113 * 784, 138 * 784).join());
  expect(rest.y.data.join()).toBe(y.data.subarray(113, 138).join());
});

test("drawDigits(options) shows each digit once in every ten, in changing order", () => {
  const orders = new Set<string>();
  for (let i = 0; i < 1500; i += 10) {
    const ten = Array.from(y.data.subarray(i, i + 10));
    orders.add(ten.join(""));
    expect(ten.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  }
  expect(orders.size).toBeGreaterThan(145);
});

test("drawDigits(options) differs with the seed, its sign and the split", () => {
  const draw = (options: Partial<DrawDigitsOptions>): string =>
    drawDigits({ count: 1, ...options }).x.data.join();
  const draws = [{}, { seed: 0 }, { seed: 2 }, { seed: -1 }, { split: "test" } as const, { first: 1 }].map(
    draw,
  );
  expect(new Set(draws).size).toBe(draws.length);
  expect(draw({ seed: 1, split: "train", first: 0 })).toBe(draws[0]);
});

test("drawDigits(options) draws no two digits alike", () => {
  expect(new Set(images.map((image) => image.join())).size).toBe(1500);
});

test("drawDigits(options) puts the centre of mass in the middle of black paper, as MNIST does", () => {
  for (const image of images) {
    const { mass, x, y } = centreOfMass(image);
    expect(Math.abs(x - 13.5)).toBeLessThan(0.6);
    expect(Math.abs(y - 13.5)).toBeLessThan(0.6);
    expect(mass / 784).toBeGreaterThan(4);
    expect(mass / 784).toBeLessThan(110);
    expect(Math.max(...image)).toBeGreaterThanOrEqual(190);
    expect(Math.min(...image)).toBe(0);
  }
});

test("drawDigits(options) fits the ink in 20x20 pixels and a soft edge, the longer side of it", () => {
  for (const image of images) {
    const columns: number[] = [];
    const rows: number[] = [];
    for (const [i, grey] of image.entries()) {
      if (grey <= 127) continue;
      columns.push(i % 28);
      rows.push(Math.floor(i / 28));
    }
    const longer = Math.max(spread(columns), spread(rows));
    expect(longer).toBeGreaterThanOrEqual(17);
    expect(longer).toBeLessThanOrEqual(21);
  }
});

test("drawDigits(options) draws digits that the nearest class mean of 1,000 tells apart in 500 others", () => {
  const digits = images.map((image, i) => ({ image, label: y.data[i] }));
  const means = Array.from({ length: 10 }, (_, label) =>
    meanOf(digits.slice(0, 1000).flatMap((digit) => (digit.label === label ? [digit.image] : []))),
  );
  const right = digits.slice(1000).filter(({ image, label }) => {
    const distances = means.map((mean) => squaredDistance(mean, image));
    return distances.indexOf(Math.min(...distances)) === label;
  });
  // Measured: 0.67. MNIST itself gives about 0.8; much more would mean that all digits of a class look the same.
  expect(right.length / 500).toBeGreaterThan(0.6);
  expect(right.length / 500).toBeLessThan(0.85);
});

test("drawDigits(options) rejects what it cannot draw, and says what it takes", () => {
  const draw =
    (options: object): (() => unknown) =>
    () =>
      drawDigits({ count: 1, ...options });
  expect(draw({ count: -1 })).toThrow("count must be a whole number from 0 up, got -1");
  expect(draw({ count: undefined })).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }) as Error);
  expect(draw({ first: 0.5 })).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }) as Error);
  expect(draw({ seed: "7" })).toThrow("seed must be a whole number, got 7");
  expect(draw({ split: "valid" })).toThrow('split must be "train" or "test", got valid');
  expect(draw({ count: 1_000_001 })).toThrow(expect.objectContaining({ code: "LIMIT_EXCEEDED" }) as Error);
  expect(draw({ first: 2 ** 32 })).toThrow(expect.objectContaining({ code: "LIMIT_EXCEEDED" }) as Error);
});

function centreOfMass(image: Uint8Array): { mass: number; x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  for (const [i, grey] of image.entries()) {
    mass += grey;
    x += grey * (i % 28);
    y += grey * Math.floor(i / 28);
  }
  return { mass, x: x / mass, y: y / mass };
}

function meanOf(images: readonly Uint8Array[]): number[] {
  const sum = Array.from({ length: 784 }, () => 0);
  for (const image of images) for (const [i, grey] of image.entries()) sum[i] = grey + (sum[i] ?? 0);
  return sum.map((value) => value / images.length);
}

function squaredDistance(mean: readonly number[], image: Uint8Array): number {
  return mean.reduce((sum, value, i) => sum + (value - (image[i] ?? 0)) ** 2, 0);
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values) + 1;
}
