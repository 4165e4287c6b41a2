import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { type CategoryEncoding, columnRanges, encodeTable, readTable, table } from "../src/index.ts";
import { fitTable } from "../src/encode/fitTable.ts";
import { describeColumns } from "../src/columns/describeColumns.ts";

const reference = JSON.parse(await readFile(new URL("reference/encoding.json", import.meta.url), "utf8"));

it("encodeTable(table, encoding) makes what scikit-learn's scaler, imputer and one-hot encoder make", async () => {
  const { rooms, area, city, scaled, cities, oneHot } = reference;
  const objects = area.map((value: number, row: number) => ({
    rooms: rooms[row],
    area: value,
    city: city[row],
  }));
  const raw = await readTable(objects);
  const every = objects.map((_: unknown, row: number) => row);
  const columns = fitTable(raw, describeColumns(raw, {}), every);
  const target = { kind: "value", name: "price" } as const;
  const encoding = { format: 1, columns, target, decimalComma: false } as const;
  const { x, problems } = encodeTable(raw, encoding);
  expect(problems).toEqual([]);
  const names = [...columnRanges(encoding)].map(({ name, start, end }) => [name, end - start]);
  expect(names).toEqual([
    ["rooms", 2],
    ["area", 1],
    ["city", 4],
  ]);
  const seen = (columns[2] as CategoryEncoding).categories;
  for (const row of every) {
    const inputs = x.data.subarray(row * 7, row * 7 + 7);
    expect(inputs[0]).toBeCloseTo(scaled[row][0], 5);
    expect(inputs[1]).toBe(rooms[row] === null ? 1 : 0);
    expect(inputs[2]).toBeCloseTo(scaled[row][1], 5);
    expect(seen.map((_, index) => inputs[3 + index])).toEqual(
      seen.map((value) => oneHot[row][cities.indexOf(value)]),
    );
  }
});

const rows = Array.from({ length: 60 }, (_, row) => ({
  size: row % 7,
  city: ["Bern", "Genf", "Chur"][row % 3],
  old: row % 2 ? "yes" : "no",
  price: row * 10.5,
}));

it("encodeTable(table, encoding) finds columns by their names, in any order, and leaves others alone", async () => {
  const { encoding } = await table(rows, { target: "price" });
  const straight = encodeTable(await readTable(rows), encoding);
  const turned = rows.map(({ size, city, old }) => ({ extra: 1, old, city, size }));
  expect(encodeTable(await readTable(turned), encoding)).toEqual(straight);
});

it("encodeTable(table, encoding) names values that training did not see", async () => {
  const { encoding } = await table(rows, { target: "price" });
  const strange = [
    { size: 3, city: "Rom", old: "yes" },
    { size: "big", city: "Rom", old: "maybe" },
  ];
  const { x, problems } = encodeTable(await readTable(strange), encoding);
  expect(problems).toEqual([
    { column: "size", value: "big", rows: 1, firstRow: 1, reason: "unreadable" },
    { column: "city", value: "Rom", rows: 2, firstRow: 0, reason: "unknown" },
    { column: "old", value: "maybe", rows: 1, firstRow: 1, reason: "unknown" },
  ]);
  expect(x.data.every(Number.isFinite)).toBe(true);
});

it("encodeTable(table, encoding) names every column that is not there", async () => {
  const { encoding } = await table(rows, { target: "price" });
  const raw = await readTable([{ sise: 1, old: "yes" }]);
  expect(() => encodeTable(raw, encoding)).toThrow(
    expect.objectContaining({
      code: "MISSING_COLUMN",
      message:
        'The table has no column "size", "city", which the model was trained on. It has "sise", "old". Is "sise" meant? Rename it.',
    }),
  );
});

it("encodeTable(table, encoding) proposes no column where none is called alike", async () => {
  const { encoding } = await table(rows, { target: "price" });
  const raw = await readTable([{ altitude: 1, old: "yes", size: 2 }]);
  expect(() => encodeTable(raw, encoding)).toThrow(/It has "altitude", "old", "size"\.$/);
});

it("encodeTable(table, encoding) gives hundreds of categories an input each, and one to those that occur once", async () => {
  const many = Array.from({ length: 3000 }, (_, row) => ({
    shop: row < 2800 ? `shop ${row % 140}` : `stall ${row}`,
    sales: row,
  }));
  const raw = await readTable(many);
  const [shop] = fitTable(
    raw,
    describeColumns(raw, { shop: "category" }).slice(0, 1),
    many.map((_, row) => row),
  );
  const { categories, rare, others } = shop as CategoryEncoding;
  expect([categories.length, rare?.length, others]).toEqual([140, 200, true]);
  const target = { kind: "value", name: "sales" } as const;
  const encoding = { format: 1, columns: [shop as CategoryEncoding], target, decimalComma: false } as const;
  const asked = await readTable([{ shop: "shop 7" }, { shop: "stall 2900" }, { shop: "kiosk" }]);
  const { x, problems } = encodeTable(asked, encoding);
  const hot = [0, 1, 2].map((row) => x.data.subarray(row * 141, (row + 1) * 141).indexOf(1));
  expect(hot).toEqual([categories.indexOf("shop 7"), 140, 140]);
  // What is rare was seen, and what was not is named.
  expect(problems).toEqual([{ column: "shop", value: "kiosk", rows: 1, firstRow: 2, reason: "unknown" }]);
});

it("encodeTable(table, encoding) says beside a boolean that it is missing, and takes the more frequent value", async () => {
  const raw = await readTable(["no", "yes", "yes", ""].map((old) => ({ old })));
  const columns = fitTable(raw, describeColumns(raw, {}), [0, 1, 2, 3]);
  const target = { kind: "value", name: "price" } as const;
  const { x } = encodeTable(raw, { format: 1, columns, target, decimalComma: false });
  expect(x).toEqual({ data: Float32Array.of(0, 0, 1, 0, 1, 0, 1, 1), shape: [4, 2] });
});

it("encodeTable(table, encoding) gives a date as a number of mean 0, and its season as a point on a circle", async () => {
  const days = ["2023-01-15", "2023-04-16", "2023-07-16", "2023-10-15"];
  const sold = (cells: readonly string[]) => readTable(cells.map((cell) => ({ sold: cell })));
  const raw = await sold(days);
  const columns = fitTable(raw, describeColumns(raw, { sold: "date" }), [0, 1, 2, 3]);
  const encoding = {
    format: 1,
    columns,
    target: { kind: "value", name: "price" },
    decimalComma: false,
  } as const;
  expect(columnRanges(encoding)).toMatchObject([{ name: "sold", start: 0, end: 3 }]);
  const { x, problems } = encodeTable(await sold([...days, "soon"]), encoding);
  expect(problems).toMatchObject([{ column: "sold", value: "soon", reason: "unreadable" }]);
  const since1970 = days.map((day) => Date.parse(day) / 86_400_000);
  const mean = since1970.reduce((sum, day) => sum + day, 0) / 4;
  const deviation = Math.sqrt(since1970.reduce((sum, day) => sum + (day - mean) ** 2, 0) / 4);
  const [, second = 0, third = 0] = since1970;
  const median = (second + third) / 2;
  for (const [row, day] of [...since1970, median].entries()) {
    const angle = (2 * Math.PI * day) / 365.2425;
    const expected = [(day - mean) / deviation, Math.sin(angle), Math.cos(angle)];
    const inputs = [...x.data.subarray(3 * row, 3 * row + 3)];
    for (const [at, value] of expected.entries()) expect(inputs[at]).toBeCloseTo(value, 4);
  }
});

it("encodeTable(table, encoding) without a column gives rows without inputs", async () => {
  const target = { kind: "value", name: "price" } as const;
  const { x } = encodeTable(await readTable(rows), { format: 1, columns: [], target, decimalComma: false });
  expect(x).toEqual({ data: new Float32Array(0), shape: [60, 0] });
});
