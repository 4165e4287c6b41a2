import { expect, it } from "vitest";
import { describeColumn } from "../src/columns/describeColumn.ts";
import { describeColumns } from "../src/columns/describeColumns.ts";

const cells = (count: number, cell: (row: number) => string | null) =>
  Array.from({ length: count }, (_, row) => cell(row));

it.for([
  ["price", (row: number) => String(row * 1.5), "number"],
  ["year", (row: number) => String(1990 + ((row * 7) % 30)), "number"],
  ["smoker", (row: number) => (row % 3 ? "yes" : "no"), "boolean"],
  ["flag", (row: number) => String(row % 2), "boolean"],
  ["city", (row: number) => ["Bern", "Genf", "Chur"].at(row % 3) ?? null, "category"],
  ["sold", (row: number) => `2024-01-${String((row % 28) + 1).padStart(2, "0")}`, "date"],
  ["id", (row: number) => String(row * 3), "id"],
  ["whatever", (row: number) => String(row + 500), "id"],
  ["email", (row: number) => `p${row}@example.org`, "id"],
  ["comment", (row: number) => `The ${row}th house is nice`, "text"],
  ["country", () => "CH", "constant"],
] as const)('describeColumn("%s", cells) finds its kind', ([name, cell, kind]) => {
  expect(describeColumn(name, cells(200, cell), false).kind).toBe(kind);
});

it("describeColumn(name, cells) counts what is missing, and does not let it change the kind", () => {
  const column = describeColumn(
    "a",
    cells(100, (row) => (row % 10 ? String(row / 4) : null)),
    false,
  );
  expect(column).toEqual({ name: "a", kind: "number", missing: 10, distinct: 90 });
});

it.for([
  ["year", (row: number) => (row % 3 ? String(1990 + row) : "-"), "number"],
  ["price", (row: number) => (row % 2 ? String(row * 1.5) : "–"), "number"],
  ["sold", (row: number) => (row % 2 ? `2024-01-${String((row % 28) + 1).padStart(2, "0")}` : "—"), "date"],
  ["charge", (row: number) => ["+", "-", "0"].at(row % 3) ?? null, "category"],
] as const)(
  'describeColumn("%s", cells) takes a dash for a missing value among numbers and days, and for a value among texts',
  ([name, cell, kind]) => {
    expect(describeColumn(name, cells(60, cell), false).kind).toBe(kind);
  },
);

it("describeColumn(name, cells) says which dashes count as missing", () => {
  const { note, leftOut } = describeColumn(
    "year",
    cells(60, (row) => (row % 3 ? String(1990 + row) : "-")),
    false,
  );
  expect(note).toBe('20 cells are no numbers and count as missing, such as "-" in row 1');
  expect(leftOut).toBeUndefined();
});

it("describeColumn(name, cells) takes a word among numbers for a missing value, and says so", () => {
  const { kind, note } = describeColumn(
    "a",
    cells(100, (row) => (row === 3 ? "unknown" : String(row / 4))),
    false,
  );
  expect(kind).toBe("number");
  expect(note).toBe('"unknown" in row 4 is no number and counts as missing');
});

it("describeColumn(name, cells) says why a column is left out", () => {
  expect(describeColumn("a", [null, null], false).leftOut).toBe("it is empty");
  expect(describeColumn("a", ["x", "x"], false).leftOut).toBe('every row has "x"');
  expect(describeColumn("id", cells(50, String), false).leftOut).toBe(
    "it names the rows (50 different values in 50 rows)",
  );
});

it("describeColumn(name, cells, decimalComma, kind) leaves an id or a text out for the kind that it is said to be", () => {
  const words = cells(50, (row) => `w${row % 5}`);
  expect(describeColumn("a", words, false, "id").leftOut).toBe("it is said to be an id");
  expect(describeColumn("a", words, false, "text").leftOut).toBe("it is said to be a text");
  expect(describeColumn("a", words, false, "category").leftOut).toBeUndefined();
  expect(
    describeColumn(
      "a",
      cells(100, (row) => `the ${row}th word`),
      false,
    ).leftOut,
  ).toBe("it is text (100 different values in 100 rows)");
});

it.for([
  [["01/02/2024", "03/04/2024", "31/01/2024"], "day-month-year"],
  [["01/02/2024", "03/04/2024", "01/31/2024"], "month-day-year"],
  [["2024-01-02", "2024-03-04", "2024-01-31"], "year-month-day"],
] as const)("describeColumn(name, %j) finds the order of days", ([days, dateOrder]) => {
  expect(describeColumn("sold", days, false)).toMatchObject({ kind: "date", dateOrder });
});

it("describeColumn(name, cells) has no order of days where there are no days", () => {
  expect(
    describeColumn(
      "city",
      cells(60, (row) => ["Bern", "Genf", "Chur"].at(row % 3) ?? null),
      false,
    ),
  ).toEqual({
    name: "city",
    kind: "category",
    missing: 0,
    distinct: 3,
  });
});

/** What a column of this name is taken for, whose whole numbers all differ. */
function kindOfNumbers(name: string): string {
  return describeColumn(
    name,
    cells(60, (row) => String(row * row + 7)),
    false,
  ).kind;
}

it.for([
  "id",
  "Index",
  "row",
  "Nr",
  "Unnamed: 0",
  "column 1",
  "customer_id",
  "order-no",
  "house nr",
  "userId",
  "userID",
  "idx",
  "key",
  "uuid",
  "GUID",
  "no",
  "number",
  "unnamed",
  "order key",
  "order uuid",
])('describeColumn("%s", cells) takes whole numbers that all differ for an id', (name) => {
  expect(kindOfNumbers(name)).toBe("id");
});

it.for([
  "paid",
  "grid",
  "liquid",
  "idle",
  "arrow",
  "number of rooms",
  "my column 1",
  "columns 1",
  "ids",
  "keyed",
  "order ids",
  "userIds",
  "x1Id",
  "userid",
])('describeColumn("%s", cells) does not', (name) => {
  expect(kindOfNumbers(name)).toBe("number");
});

it("describeColumn(name, cells) does not leave out whole numbers that happen to differ", () => {
  const squares = cells(60, (row) => String(row * row + 7));
  expect(describeColumn("area", squares, false).kind).toBe("number");
});

/** Of so many rows the first few are different, the others repeat the first. */
const different = (count: number) => (row: number) => `w${row < count ? row : 0}`;

it.for([
  ["95 numbers", "a", 100, (row: number) => (row < 95 ? String(row / 4) : `w${row}`), "number"],
  ["94 numbers", "a", 100, (row: number) => (row < 94 ? String(row / 4) : `w${row}`), "id"],
  ["50 words", "a", 100, different(50), "category"],
  ["51 words", "a", 100, different(51), "id"],
  ["25 words", "a", 50, different(25), "category"],
  ["50 words", "a", 400, different(50), "category"],
  ["51 words", "a", 400, different(51), "id"],
  ["100 words", "a", 1000, different(100), "category"],
  ["101 words", "a", 1000, different(101), "id"],
  ["one word and gaps", "a", 100, (row: number) => (row % 2 ? "x" : null), "category"],
  ["one number and gaps", "a", 100, (row: number) => (row % 2 ? "5" : null), "number"],
  ["one to two words", "a", 100, (row: number) => (row % 2 ? `w${row}` : `w${row}  x`), "text"],
  ["one word, and seldom two", "a", 100, (row: number) => (row % 4 ? `w${row}` : `w${row} x`), "id"],
  ["numbers without a gap, downwards", "a", 100, (row: number) => String(100 - row), "number"],
  ["60 numbers", "id", 100, (row: number) => String((row * 7) % 60), "number"],
  ["99 numbers and a gap", "id", 100, (row: number) => (row ? String(row * 3) : null), "number"],
  ["100 fractions", "id", 100, (row: number) => String(row + 0.5), "number"],
] as const)(
  'describeColumn(name, cells) of %s under the name "%s" in %i rows',
  ([, name, rows, cell, kind]) => {
    expect(describeColumn(name, cells(rows, cell), false).kind).toBe(kind);
  },
);

it("describeColumns(raw, kinds) takes columns for what they are said to be, and names all where one is not there", () => {
  const raw = {
    columns: ["rooms", "price"],
    rows: [
      ["1", "2"],
      ["2", "3"],
      ["4", "9"],
    ],
    decimalComma: false,
    notes: [],
  };
  expect(describeColumns(raw, { price: "id" }).map(({ name, kind }) => [name, kind])).toEqual([
    ["rooms", "number"],
    ["price", "id"],
  ]);
  for (const [name, hint] of [
    ["pricee", ' Is "price" meant?'],
    ["something else", ""],
  ] as const) {
    expect(() => describeColumns(raw, { [name]: "id" })).toThrow(
      expect.objectContaining({
        code: "UNKNOWN_COLUMN",
        message: `The table has no column "${name}".${hint} It has "rooms", "price".`,
      }),
    );
  }
});

it.each([
  // Half of the rows, where they are few; fifty values, or a tenth of the rows, where they are many.
  [40, 20, "category"],
  [38, 20, "id"],
  [100, 50, "category"],
  [100, 51, "id"],
  [400, 50, "category"],
  [400, 51, "id"],
  [1000, 100, "category"],
  [1000, 101, "id"],
] as const)('describeColumn("code", cells) of %i rows with %i words is %s', (rows, distinct, kind) => {
  const words = cells(rows, (row) => `w${row % distinct}`);
  expect(describeColumn("code", words, false).kind).toBe(kind);
});

it("describeColumn(name, cells) counts words by the space between them, however wide", () => {
  const column = describeColumn(
    "code",
    cells(100, (row) => (row % 3 ? `k${row}` : `k${row}    x`)),
    false,
  );
  expect(column.kind).toBe("id");
});

it.each([
  ["steps of one, a value twice", (row: number) => String(row === 59 ? 58 : row), "number"],
  ["steps of one, one missing", (row: number) => (row === 59 ? null : String(row)), "number"],
  ["steps of one, and one half", (row: number) => String(row === 59 ? 59.5 : row), "number"],
] as const)('describeColumn("id", cells) of %s is %s', (_name, cell, kind) => {
  expect(describeColumn("id", cells(60, cell), false).kind).toBe(kind);
});
