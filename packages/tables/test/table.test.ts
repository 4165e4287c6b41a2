import { expect, it } from "vitest";
import { table } from "../src/index.ts";

const size = 200;
const objects = Array.from({ length: size }, (_, row) => ({
  id: row + 1,
  area: row % 11 === 0 ? null : (row * 37) % 100,
  city: ["Bern", "Genf", "Chur"][row % 3],
  unit: "CHF",
  price: ((row * 37) % 100) * 3.5 + (row % 3),
  sold: row % 4 === 0 ? "yes" : "no",
}));

it("table(rows, { target }) is a dataset for values", async () => {
  const houses = await table(objects, { target: "price", name: "My houses" });
  expect(houses).toMatchObject({
    name: "my-houses",
    title: "My houses",
    task: "regression",
    classNames: [],
    inputShape: [6],
    size: { train: 140, test: 30 },
  });
  expect(houses.featureNames?.toSorted()).toEqual([
    "area",
    "area missing",
    "city=Bern",
    "city=Chur",
    "city=Genf",
    "sold",
  ]);
  expect(houses.notes).toEqual([
    '"id" is left out: it names the rows (200 different values in 200 rows)',
    '"unit" is left out: every row has "CHF"',
  ]);
  const { train, validation, test } = await houses.load();
  expect([train, validation, test].map(({ x }) => x.shape)).toEqual([
    [140, 6],
    [30, 6],
    [30, 6],
  ]);
  expect(Array.from(test.y.data)).toEqual(houses.rows.test.map((row) => objects[row]?.price));
});

it("table(rows, { target }) is a dataset for classes, each with its share in each part", async () => {
  const houses = await table(objects, { target: "sold" });
  expect(houses).toMatchObject({ task: "classification", classNames: ["no", "yes"] });
  const { train, test } = await houses.load();
  const share = (labels: Iterable<number>) => [...labels].filter(Boolean).length / [...labels].length;
  expect(share(train.y.data)).toBeCloseTo(0.25, 1);
  expect(share(test.y.data)).toBeCloseTo(0.25, 1);
});

it("table(rows, { target }) leaves out rows that have a dash for the number to predict", async () => {
  const gaps = objects.map((row, at) => ({ ...row, price: at % 20 === 0 ? "-" : row.price }));
  const houses = await table(gaps, { target: "price" });
  expect(houses.task).toBe("regression");
  expect(Object.values(houses.rows).flat()).toHaveLength(190);
});

it("table(rows, options) fits on the training rows alone", async () => {
  const whole = await table(objects, { target: "price" });
  const last = new Set([...whole.rows.test, ...whole.rows.validation]);
  const area = whole.encoding.columns.find(({ name }) => name === "area");
  const values = objects.flatMap(({ area: value }, row) => (value === null || last.has(row) ? [] : [value]));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(area).toMatchObject({ mean: expect.closeTo(mean, 10) });
});

it("table(rows, options) leaves out rows without a target, and says how many", async () => {
  const gaps = objects.map((row, index) => (index % 20 === 0 ? { ...row, price: null } : row));
  const { notes, size } = await table(gaps, { target: "price" });
  expect(notes).toContain('10 rows have no "price" and are left out');
  expect(size).toEqual({ train: 132, validation: 29, test: 29 });
});

it("table(rows, options) takes columns for what it is told", async () => {
  const told = await table(objects, { target: "price", kinds: { area: "category", sold: "id" } });
  expect(told.columns.map(({ kind }) => kind)).toEqual([
    "id",
    "category",
    "category",
    "constant",
    "number",
    "id",
  ]);
  expect(told.featureNames?.some((name) => name.startsWith("area="))).toBe(true);
});

it("table(rows, options).load({ limit, split }) gives the first rows of a part", async () => {
  const houses = await table(objects, { target: "price" });
  const { train, test } = await houses.load({ limit: 5, split: "test" });
  expect([train.y.shape, test.y.shape]).toEqual([[0], [5]]);
});

it.for([
  [{ target: "prize" }, "UNKNOWN_COLUMN", 'Is "price" meant?'],
  [{ target: "price", kinds: { cty: "category" } }, "UNKNOWN_COLUMN", 'Is "city" meant?'],
  [{ target: "unit" }, "UNUSABLE_TARGET", 'has "CHF" in every row'],
  [{ target: "city", task: "regression" }, "UNUSABLE_TARGET", 'holds "Bern", which is no number'],
  [{ target: "id", task: "classification" }, "UNUSABLE_TARGET", "too many for classes"],
  [
    { target: "price", kinds: { city: "date" } },
    "INVALID_ARGUMENT",
    'The column "city" cannot be taken for dates',
  ],
  [{ target: "price", testSplit: 1 }, "INVALID_ARGUMENT", "testSplit must be from 0 to below 1"],
  [
    { target: "price", testSplit: 0.5, validationSplit: 0.5 },
    "INVALID_ARGUMENT",
    "leave no row for training",
  ],
] as const)("table(rows, %j) refuses", async ([options, code, message]) => {
  await expect(table(objects, options)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});

it("table(rows, options) refuses tables of too few rows, and of nothing but the target", async () => {
  await expect(table(objects.slice(0, 1), { target: "price" })).rejects.toMatchObject({
    code: "TOO_FEW_ROWS",
  });
  const bare = objects.map(({ id, price }) => ({ id, price }));
  await expect(table(bare, { target: "price" })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
    message: expect.stringContaining('left out: "id", since it names the rows'),
  });
});

it("table(rows, options) is the same for the same seed, and another split for another", async () => {
  const [first, again, other] = await Promise.all(
    [1, 1, 2].map((seed) => table(objects, { target: "price", seed })),
  );
  expect(again?.rows).toEqual(first?.rows);
  expect(again?.encoding).toEqual(first?.encoding);
  expect(other?.rows).not.toEqual(first?.rows);
});
