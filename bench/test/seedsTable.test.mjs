import { expect, it } from "vitest";
import { seedsTable } from "../seeds/seedsTable.mjs";

const results = [
  { recipe: "mnist-mlp-512", seed: 1, loss: 0.25, accuracy: 0.9123 },
  { recipe: "mnist-mlp-512", seed: 2, loss: 0.5, accuracy: 0.9 },
];

it("seedsTable(results, []) says what each seed reached", () => {
  expect(seedsTable(results, []).split("\n")).toEqual([
    "| recipe | seed | accuracy | loss |",
    "| --- | ---: | ---: | ---: |",
    "| mnist-mlp-512 | 1 | 91.23 % | 0.250000 |",
    "| mnist-mlp-512 | 2 | 90.00 % | 0.500000 |",
  ]);
});

it("seedsTable(results, before) puts the same recipe and seed of before beside it, and a dash where there is none", () => {
  const before = [{ ...results[1], loss: 0.4999999, accuracy: 0.8999 }];
  expect(seedsTable(results, before).split("\n").slice(2)).toEqual([
    "| mnist-mlp-512 | 1 | - | - | 91.23 % | 0.250000 |",
    "| mnist-mlp-512 | 2 | 89.99 % | 0.500000 | 90.00 % | 0.500000 |",
  ]);
});
