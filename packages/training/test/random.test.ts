import { expect, it } from "vitest";
import { seededRandom, shuffledIndices } from "../src/index.ts";

it("seededRandom(seed, ...path) repeats for the same seed and path and differs for others", () => {
  const draw = (...args: Parameters<typeof seededRandom>) => {
    const random = seededRandom(...args);
    return Array.from({ length: 5 }, random);
  };
  expect(draw(1, "a")).toEqual(draw(1, "a"));
  expect(draw(1, "a")).not.toEqual(draw(1, "b"));
  expect(draw(1, "a")).not.toEqual(draw(2, "a"));
});

it("seededRandom(seed) is uniform in [0, 1): mean, variance and a chi-square test over 100 bins", () => {
  const random = seededRandom(42);
  const draws = 100_000;
  const bins = new Array<number>(100).fill(0);
  let sum = 0;
  let squares = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const value = random();
    sum += value;
    squares += value * value;
    bins[Math.floor(value * 100)] = (bins[Math.floor(value * 100)] ?? 0) + 1;
  }
  expect(sum / draws).toBeCloseTo(0.5, 2);
  expect(squares / draws - (sum / draws) ** 2).toBeCloseTo(1 / 12, 2);
  const chiSquare = bins.reduce((total, count) => total + (count - draws / 100) ** 2 / (draws / 100), 0);
  // 99 degrees of freedom: 99.9 % of fair generators stay below 148.2.
  expect(chiSquare).toBeLessThan(148.2);
});

it("shuffledIndices(count, random) is a permutation that favours no place", () => {
  const random = seededRandom(5);
  const places = new Array<number>(6).fill(0);
  for (let round = 0; round < 6000; round += 1) {
    const order = shuffledIndices(6, random);
    expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    places[order.indexOf(0)] = (places[order.indexOf(0)] ?? 0) + 1;
  }
  for (const count of places) expect(Math.abs(count - 1000)).toBeLessThan(110);
});
