import { expect, it } from "vitest";
import { isInfinite } from "../src/columns/columnNote.ts";
import { describeColumn } from "../src/columns/describeColumn.ts";
import { table, testTable } from "../src/index.ts";

const repeated = (values: readonly (string | null)[], rows = 40) =>
  Array.from({ length: rows }, (_, row) => values[row % values.length] ?? null);

// Each of these was taken for something without a word.
it.for([
  [
    ["1.5", "2.5", "inf", "-Infinity"],
    "number",
    '20 cells are no numbers and count as missing, such as "inf" in row 3',
  ],
  [
    ["1", "2", "red", "4.5"],
    "category",
    '30 of 40 cells are numbers, but not "red"; the kind number takes such cells for missing',
  ],
  [
    ["3/4/2024", "5/6/2024", "7/8/2024"],
    "category",
    '"3/4/2024" and others are days, but in which order does not show',
  ],
  [["13/4/2024", "4/13/2024", "7/8/2024"], "category", "in which order does not show"],
  [["Bern", "bern", "Chur"], "category", '"Bern" and "bern" differ by capitals alone, and count as two'],
  [["01234", "00501", "90210"], "number", '"01234" begins with a zero, as codes do'],
  [
    ["10%", "0.2", "7%"],
    "number",
    'some cells have a % and some have none, and "10%" and "0.2" are taken as they stand',
  ],
  [["00", "12", "7"], "number", '"00" begins with a zero, as codes do'],
  [["0", "10", "7"], "number", undefined],
  [["10%", "20 %", "7%"], "number", undefined],
  [["1", "2", "red", "blue"], "category", '20 of 40 cells are numbers, but not "red"'],
  [["1", "2", "red", "blue", "green"], "category", undefined],
  [["3/4/2024", "5/6/2024", "soon"], "category", undefined],
  [["2024-01-31", "2024-02-01", "2024-03-01"], "date", undefined],
  [["Yes", "yes"], "boolean", '"Yes" and "yes" differ by capitals alone'],
  [["inf", "-inf", "Infinity"], "category", undefined],
  [["1 234", "2 345", "12 000"], "number", undefined],
  [["1’234", "2’345.5", "12"], "number", undefined],
  [["−5.5", "7.5", "9"], "number", undefined],
  [["0,234", "0,5", "1,25"], "category", undefined],
  [["1e5", "2E-3", "-0"], "number", undefined],
] as const)("describeColumn(%j) is a %s, and says what calls for a look", ([values, kind, note]) => {
  const column = describeColumn("a", repeated(values), false);
  // The whole note where there is to be none, so that a wrong one shows.
  const said = note === undefined ? column.note : column.note?.includes(note);
  expect([column.kind, said]).toEqual([kind, note === undefined ? undefined : true]);
});

it("describeColumn(cells) does not call numbers an id for the sake of some texts among them", () => {
  const cells = Array.from({ length: 60 }, (_, row) => (row % 6 === 0 ? "unknown" : `${row}.5`));
  const { leftOut } = describeColumn("price", cells, false);
  expect(leftOut).toBe(
    '50 of 60 cells are numbers, but not "unknown"; the kind number takes such cells for missing',
  );
  expect(describeColumn("price", cells, false, "number").leftOut).toBeUndefined();
});

it("describeColumn(cells, decimalComma) reads the cells of which it speaks as the table writes numbers", () => {
  const cells = Array.from({ length: 40 }, (_, row) =>
    row === 7 ? "a word that is longer than thirty characters" : `${row},5`,
  );
  expect(describeColumn("a", cells, true).note).toBe(
    '"a word that is longer than thi" in row 8 is no number and counts as missing',
  );
  const mixed = Array.from({ length: 60 }, (_, row) =>
    row % 6 === 0 ? "a word that is longer than thirty characters" : `${row},5`,
  );
  expect(describeColumn("a", mixed, true).leftOut).toBe(
    '50 of 60 cells are numbers, but not "a word that is longer than thi"; the kind number takes such cells for missing',
  );
});

it("describeColumn(cells) does not count gaps among the cells that are no numbers", () => {
  const { kind, note } = describeColumn("a", repeated(["1", "2", null, null, "red", "blue"], 60), false);
  expect([kind, note]).toEqual([
    "category",
    '20 of 40 cells are numbers, but not "red"; the kind number takes such cells for missing',
  ]);
});

it("describeColumn(cells) says that words differ by capitals only where they are classes", () => {
  const words = Array.from({ length: 200 }, (_, row) => `word ${row}${row % 2 ? "A" : "a"} here`);
  expect(describeColumn("a", [...words, "WORD 1A here"], false).leftOut).toBe(
    "it is text (201 different values in 201 rows)",
  );
});

it("describeColumn(cells) says what it noted of a column that is said to be text beside why it is left out", () => {
  expect(describeColumn("a", repeated(["1", "2", "red", "4"]), false, "text")).toEqual({
    name: "a",
    kind: "text",
    missing: 0,
    distinct: 4,
    leftOut: "it is said to be a text",
    note: '30 of 40 cells are numbers, but not "red"; the kind number takes such cells for missing',
  });
});

it.for(["inf", "+inf", "-INF", "Infinity", "-infinity"])("isInfinite(%j)", (cell) => {
  expect(isInfinite(cell)).toBe(true);
});

it.for(["info", "a inf", "infinit", "--inf", "1", ""])("isInfinite(%j) is false", (cell) => {
  expect(isInfinite(cell)).toBe(false);
});

const rows = (answers: readonly string[]) =>
  Array.from({ length: 80 }, (_, row) => ({ a: row * 1.5, y: answers[row % answers.length] }));

it("table(rows, { target }) takes 1 and 1.0 for one class, in test tables, too", async () => {
  const dataset = await table(rows(["0", "1", "0.0", "1.0"]), { target: "y" });
  expect(dataset.classNames).toEqual(["0", "1"]);
  const { train } = await dataset.load();
  expect(new Set(train.y.data)).toEqual(new Set([0, 1]));
  const asked = [
    { a: 1, y: 1 },
    { a: 2, y: "0.00" },
  ];
  const other = await testTable(asked, dataset.encoding);
  const { test } = await other.load();
  expect(Array.from(test.y.data)).toEqual([1, 0]);
});

it("table(rows, { target }) says of a target that its classes differ by capitals", async () => {
  const { classNames, notes } = await table(rows(["Yes", "No", "yes"]), { target: "y" });
  expect(classNames).toHaveLength(3);
  expect(notes).toEqual(['"y": "Yes" and "yes" differ by capitals alone, and count as two']);
});

it("table(rows, { target }) names what is no number in a target of numbers", async () => {
  const gaps = Array.from({ length: 40 }, (_, row) => ({ a: row * 1.5, y: row === 3 ? "inf" : row + 0.5 }));
  await expect(table(gaps, { target: "y" })).rejects.toMatchObject({
    code: "UNUSABLE_TARGET",
    message:
      'The target "y" holds 39 numbers, and "inf", which is none. Leave such cells empty, and their rows are left out.',
  });
});
