import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { npz, type TableEncoding, table } from "../src/index.ts";

// Archives that NumPy wrote: reference/npz.py.
const reference = JSON.parse(await readFile(new URL("reference/npz.json", import.meta.url), "utf8"));

type Case = "keras" | "floats" | "channelsFirst" | "oneHot" | "digits" | "medmnist" | "columns" | "gaps";

const archive = (name: Case): Uint8Array => new Uint8Array(Buffer.from(reference.cases[name], "base64"));

/** What the script drew there. */
const pixel = (row: number, y: number, x: number) => (row * 20 + y * 5 + x) % 256;

const rowOf = (data: ArrayLike<number>, row: number, size = 20) =>
  Array.from(data).slice(row * size, (row + 1) * size);

const drawn = (row: number) => Array.from({ length: 20 }, (_, at) => pixel(row, Math.floor(at / 5), at % 5));

it("npz(bytes) takes Keras' arrays as a dataset of pictures that is split already, and leaves bytes bytes", async () => {
  const digits = await npz(archive("keras"), { name: "My digits" });
  expect(digits).toMatchObject({
    name: "my-digits",
    task: "classification",
    inputShape: [4, 5, 1],
    classNames: ["0", "1", "2"],
    arrays: ["x_train", "y_train", "x_test", "y_test"],
    splitBy: "archive",
    size: { train: 34, validation: 6, test: 12 },
    preparation: { kind: "picture", height: 4, width: 5, channels: 1 },
    notes: [],
  });
  const { train, validation, test } = await digits.load();
  for (const { x } of [train, validation, test]) expect(x.data).toBeInstanceOf(Uint8Array);
  expect(test.x.shape).toEqual([12, 4, 5, 1]);
  expect(rowOf(test.x.data, 11)).toEqual(drawn(51));
  expect(Array.from(test.y.data)).toEqual(Array.from({ length: 12 }, (_, row) => (row + 40) % 3));
  // Nothing of the training rows is lost, and each has its label.
  const rows = [train, validation].flatMap(({ x, y }) =>
    Array.from(y.data, (label, row) => [rowOf(x.data, row), label] as const),
  );
  const expected = Array.from({ length: 40 }, (_, row) => [drawn(row), row % 3]);
  expect(rows.map((row) => JSON.stringify(row)).toSorted()).toEqual(
    expected.map((row) => JSON.stringify(row)).toSorted(),
  );
});

it("npz(bytes) takes a part for validation where there is one", async () => {
  const dataset = await npz(archive("medmnist"));
  expect([dataset.size, dataset.splitBy]).toEqual([{ train: 40, validation: 12, test: 12 }, "archive"]);
  expect(rowOf((await dataset.load()).validation.x.data, 0)).toEqual(drawn(40));
});

it.for([
  ["floats", '"images" goes from 0 to 1 and was brought to bytes from 0 to 255', ["images", "labels"]],
  ["oneHot", undefined, ["data", "target"]],
  ["digits", undefined, ["images", "target"]],
] as const)("npz(bytes) finds pictures and labels in the archive %s", async ([name, note, arrays]) => {
  const dataset = await npz(archive(name), { testSplit: 0, validationSplit: 0 });
  expect(dataset).toMatchObject({ arrays, splitBy: "content", notes: note === undefined ? [] : [note] });
  const { train } = await dataset.load();
  expect(train.x.shape).toEqual([40, 4, 5, 1]);
  for (const row of [0, 12, 39]) expect(rowOf(train.x.data, row)).toEqual(drawn(row));
  expect(Array.from(train.y.data)).toEqual(Array.from({ length: 40 }, (_, row) => row % 3));
});

it("npz(bytes) puts channels last that come first", async () => {
  const dataset = await npz(archive("channelsFirst"), {
    testSplit: 0,
    validationSplit: 0,
  });
  expect([dataset.inputShape, dataset.notes]).toEqual([
    [4, 5, 3],
    ['"X" has its channels first, and they were put last'],
  ]);
  const { train } = await dataset.load();
  const at = ((7 * 4 + 2) * 5 + 3) * 3;
  const value = pixel(7, 2, 3);
  expect(Array.from(train.x.data.subarray(at, at + 3))).toEqual([value, 255 - value, Math.floor(value / 2)]);
});

it("npz(bytes) takes columns for a table, scaled as scikit-learn scales them", async () => {
  const dataset = await npz(archive("columns"), { testSplit: 0, validationSplit: 0 });
  expect(dataset).toMatchObject({
    task: "regression",
    inputShape: [3],
    featureNames: ["x0", "x1", "x2"],
    targetName: "y",
  });
  const { train } = await dataset.load();
  for (const [row, values] of reference.scaled.entries()) {
    for (const [column, value] of values.entries())
      expect(train.x.data[row * 3 + column]).toBeCloseTo(value, 5);
  }
});

it("npz(bytes) fits on the training rows alone, and encodes as a table of the same numbers is encoded", async () => {
  const dataset = await npz(archive("columns"));
  const rows = reference.columns.map(([x0, x1, x2]: number[]) => ({ x0, x1, x2, y: (x0 ?? 0) * 2 + 0.5 }));
  const { encodeTable, readTable } = await import("../src/index.ts");
  const { encoding } = dataset.preparation as { encoding: TableEncoding };
  const { x } = encodeTable(await readTable(rows), encoding);
  const { train } = await dataset.load();
  expect(train.y.data.length).toBe(28);
  for (const [index, value] of train.y.data.entries()) {
    const row = rows.findIndex(({ y }: { y: number }) => y === value);
    expect(rowOf(train.x.data, index, 3)).toEqual(rowOf(x.data, row, 3));
  }
  const mean = rowOf(train.x.data, 0, train.x.data.length).reduce(
    (sum, value, at) => sum + (at % 3 === 0 ? value : 0),
    0,
  );
  expect(mean).toBeCloseTo(0, 3);
});

it("npz(bytes) fills in what is NaN, and flags it", async () => {
  const dataset = await npz(archive("gaps"), { testSplit: 0, validationSplit: 0 });
  expect(dataset.featureNames).toEqual(["x0", "x1", "x1 missing", "x2"]);
  const { train } = await dataset.load();
  expect(train.x.data.every(Number.isFinite)).toBe(true);
  expect(Array.from({ length: 40 }, (_, row) => train.x.data[row * 4 + 2])).toEqual(
    Array.from({ length: 40 }, (_, row) => Number(row === 3)),
  );
});

it("npz(bytes, options) is the same for the same seed, and another split for another", async () => {
  const targets = async (seed: number) =>
    (await (await npz(archive("columns"), { seed })).load()).test.y.data;
  expect(await targets(1)).toEqual(await targets(1));
  expect(await targets(2)).not.toEqual(await targets(1));
});

it("npz(bytes, { x, y }) takes the arrays that it is told", async () => {
  const { inputShape, arrays } = await npz(archive("digits"), { x: "data", y: "target" });
  expect([inputShape, arrays]).toEqual([[20], ["data", "target"]]);
});

it.for([
  ["positional", {}, "MISSING_COLUMN", 'the archive holds "arr_0", "arr_1". Say it by x and y'],
  [
    "digits",
    { x: "date" },
    "INVALID_ARGUMENT",
    'has no array "date". Is "data" meant? It holds "data", "images"',
  ],
  ["negative", {}, "UNSUPPORTED", "its numbers go from -100 to"],
  ["five", {}, "UNSUPPORTED", "[40, 2, 2, 2, 2]"],
  ["rgba", {}, "UNSUPPORTED", "it has 4 channels"],
  ["short", {}, "INVALID_FORMAT", '"x" has 40 rows and "y" has 39'],
  ["ages", {}, "UNUSABLE_TARGET", 'The target "y" of the pictures holds 0.25'],
  ["keras", { task: "regression" }, "UNUSABLE_TARGET", "is asked to be values"],
  ["keras", { testSplit: 2 }, "INVALID_ARGUMENT", "testSplit must be from 0"],
] as const)("npz(%s, %j) refuses", async ([name, options, code, message]) => {
  const bytes = archive(name as Case);
  await expect(npz(bytes, options)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});

it("table(bytes, options) says of an archive of arrays what reads it", async () => {
  await expect(table(archive("keras"), { target: "y" })).rejects.toMatchObject({
    code: "UNSUPPORTED",
    message: expect.stringContaining("npz() makes a dataset of it"),
  });
});
