import { expect, it } from "vitest";
import { pickRows } from "../src/preview/pickRows.ts";

const labels = [5, 0, 4, 1, 0, 2, 0, 0];

it("pickRows(labels, { count }) takes the first ones", async () => {
  expect(await pickRows(labels, { count: 3 })).toEqual([0, 1, 2]);
  expect(await pickRows(labels, { count: 99 })).toHaveLength(8);
});

it("pickRows(labels, { count, label }) takes the first ones with that label", async () => {
  expect(await pickRows(labels, { count: 3, label: 0 })).toEqual([1, 4, 6]);
  expect(await pickRows(labels, { count: 3, label: 9 })).toEqual([]);
});

it("pickRows(labels, { count, seed }) picks at random, the same for the same seed", async () => {
  const many = new Array<number>(1000).fill(0);
  const picked = await pickRows(many, { count: 10, seed: 1 });
  expect(await pickRows(many, { count: 10, seed: 1 })).toEqual(picked);
  expect(await pickRows(many, { count: 10, seed: 2 })).not.toEqual(picked);
  expect(new Set(picked).size).toBe(10);
  const zeros = await pickRows(labels, { count: 4, seed: 1, label: 0 });
  expect(new Set(zeros)).toEqual(new Set([1, 4, 6, 7]));
});
