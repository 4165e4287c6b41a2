import { expect, it } from "vitest";
import type { TableColumn } from "../src/TableColumn.ts";
import { categoryEncoder } from "../src/encode/kinds/categoryEncoder.ts";
import type { CategoryEncoding } from "../src/encode/TableEncoding.ts";

const column = { name: "city", kind: "category" } as TableColumn;
const fit = (cells: readonly (string | null)[], distinct: readonly string[] = []) =>
  categoryEncoder.fit({ column, cells, distinct, decimalComma: false }) as CategoryEncoding;
/** So many categories, each in so many rows. */
const cities = (count: number, times: number, first = 0): string[] =>
  Array.from(
    { length: count * times },
    (_, at) => `c${String(first + Math.floor(at / times)).padStart(5, "0")}`,
  );

it("categoryEncoder.fit(cells) has the most frequent first", () => {
  expect(fit(["Bern", "Genf", null, "Genf"])).toEqual({
    kind: "category",
    name: "city",
    categories: ["Genf", "Bern"],
    mostFrequent: "Genf",
    others: false,
  });
});

it("categoryEncoder.fit(cells) stands in a value of other rows where training rows have none", () => {
  expect(fit([null], ["Bern", "Genf"])).toMatchObject({
    categories: [],
    mostFrequent: "Bern",
    others: false,
  });
  expect(fit([null])).toMatchObject({ mostFrequent: "" });
});

it("categoryEncoder.fit(cells) gives a hundred categories an input each, though they occur once", () => {
  expect(fit(cities(100, 1))).toMatchObject({ others: false });
  expect(fit(cities(100, 1)).categories).toHaveLength(100);
});

it("categoryEncoder.fit(cells) gives of more than a hundred those that occur twice an input, and at least a hundred", () => {
  const mixed = fit([...cities(120, 2), ...cities(30, 1, 120)]);
  expect(mixed.categories).toHaveLength(120);
  expect(mixed.rare).toEqual(cities(30, 1, 120));
  const once = fit(cities(101, 1));
  expect([once.categories.length, once.others, once.rare]).toEqual([100, true, ["c00100"]]);
  expect(fit(cities(150, 2))).toMatchObject({ categories: { length: 150 }, others: false });
});

it("categoryEncoder.fit(cells) gives at most a thousand an input, and fewer in a long table", () => {
  expect(fit(cities(1200, 2)).categories).toHaveLength(1000);
  // 50 million inputs in all: 250 for each of 200,000 rows.
  expect(fit(cities(400, 500)).categories).toHaveLength(250);
});

const encoding: CategoryEncoding = {
  kind: "category",
  name: "city",
  categories: ["Bern", "Genf"],
  mostFrequent: "Genf",
  others: true,
  rare: ["Chur"],
};
const alone: CategoryEncoding = {
  kind: "category",
  name: "city",
  categories: ["Bern", "Genf"],
  mostFrequent: "Genf",
  others: false,
};

it("categoryEncoder.features(encoding) has one for each category, and one that the rare share", () => {
  expect(categoryEncoder.features(encoding)).toEqual(["city=Bern", "city=Genf", "city=(others)"]);
  expect(categoryEncoder.features(alone)).toEqual(["city=Bern", "city=Genf"]);
});

it.each([
  [encoding, "Bern", [1, 0, 0], undefined],
  [encoding, null, [0, 1, 0], undefined],
  [encoding, "Chur", [0, 0, 1], undefined],
  [encoding, "Rom", [0, 0, 1], "unknown"],
  [alone, "Rom", [0, 0, 0], "unknown"],
] as const)("categoryEncoder.writer(%j) writes %s as %j", (fitted, cell, expected, problem) => {
  const inputs = new Float32Array(3);
  expect(categoryEncoder.writer(fitted, false)(inputs, cell)).toBe(problem);
  expect([...inputs]).toEqual(expected);
  expect(Object.keys(inputs)).toEqual(["0", "1", "2"]);
});
