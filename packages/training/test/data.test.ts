import fc from "fast-check";
import { expect, it } from "vitest";
import { gatherRows, kFold, oneHot, sliceRows, trainTestSplit, validationSplit } from "../src/index.ts";

/** Rows that carry their own number, in inputs and targets. */
function numberedSamples(rows: number) {
  return {
    x: {
      data: Uint8Array.from({ length: rows * 2 }, (_, index) => Math.floor(index / 2)),
      shape: [rows, 2, 1],
    },
    y: { data: Int32Array.from({ length: rows }, (_, index) => index), shape: [rows] },
  };
}

it("oneHot(labels, classes) is 1 at the label and 0 elsewhere", () => {
  expect(oneHot([0, 2, 1], 3)).toEqual({ data: Float32Array.of(1, 0, 0, 0, 0, 1, 0, 1, 0), shape: [3, 3] });
});

it("oneHot(labels, classes) rejects a label outside the classes", () => {
  for (const label of [3, -1, 1.5]) expect(() => oneHot([0, label], 3)).toThrow(/label 1 is/);
});

it("sliceRows(samples, start, end) sees the same memory and stops at the end", () => {
  const samples = numberedSamples(5);
  const slice = sliceRows(samples, 3, 99);
  expect(slice.x.shape).toEqual([2, 2, 1]);
  expect([...slice.y.data]).toEqual([3, 4]);
  expect(slice.x.data.buffer).toBe(samples.x.data.buffer);
});

it("gatherRows(samples, indices) copies rows in the given order", () => {
  const gathered = gatherRows(numberedSamples(5), [4, 0, 4]);
  expect([...gathered.x.data]).toEqual([4, 4, 0, 0, 4, 4]);
  expect([...gathered.y.data]).toEqual([4, 0, 4]);
  expect(gathered.x.data).toBeInstanceOf(Uint8Array);
});

it("validationSplit(samples, fraction) holds back the last rows, as many as Keras does", () => {
  // Keras: split_at = floor(rows * (1 - fraction)); 60,000 rows at 0.1 leave 54,000 for training.
  expect(validationSplit(numberedSamples(10), 0.3).train.y.shape).toEqual([7]);
  const { train, validation } = validationSplit(numberedSamples(11), 0.25);
  expect([...train.y.data]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect([...validation.y.data]).toEqual([8, 9, 10]);
});

it("trainTestSplit(samples, options) gives each row to exactly one side, the test side rounded up", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer(),
      (rows, tenths, seed) => {
        const testFraction = tenths / 10;
        fc.pre(Math.ceil(testFraction * rows) < rows);
        const { train, test } = trainTestSplit(numberedSamples(rows), { testFraction, seed });
        expect(test.y.shape[0]).toBe(Math.ceil(testFraction * rows));
        expect([...train.y.data, ...test.y.data].sort((a, b) => a - b)).toEqual([
          ...numberedSamples(rows).y.data,
        ]);
        for (const { x, y } of [train, test])
          expect([...x.data]).toEqual([...y.data].flatMap((row) => [row, row]));
      },
    ),
    { seed: 1 },
  );
});

it("trainTestSplit(samples, { seed }) repeats with the seed and changes with it", () => {
  const split = (seed: number) => [...trainTestSplit(numberedSamples(50), { seed }).test.y.data];
  expect(split(3)).toEqual(split(3));
  expect(split(3)).not.toEqual(split(4));
});

it("splits refuse to leave a side empty, and samples whose parts disagree", () => {
  expect(() => validationSplit(numberedSamples(3), 0.01)).not.toThrow();
  expect(() => validationSplit(numberedSamples(3), 1)).toThrow(/at least one row/);
  expect(() => trainTestSplit(numberedSamples(3), { testFraction: 0.9 })).toThrow(/at least one row/);
  const { x } = numberedSamples(3);
  expect(() => validationSplit({ x, y: numberedSamples(2).y }, 0.5)).toThrow(/x has 3 rows, but y has 2/);
  const short = { ...x, data: x.data.subarray(1) };
  expect(() => validationSplit({ x: short, y: numberedSamples(3).y }, 0.5)).toThrow(/6 values, but holds 5/);
});

it("trainTestSplit(samples, { stratify }) gives each label its share on both sides", () => {
  const labels = Uint8Array.from({ length: 100 }, (_, row) => (row < 70 ? 0 : row < 90 ? 1 : 2));
  const samples = {
    x: { data: Float32Array.from(labels.keys()), shape: [100, 1] },
    y: { data: labels, shape: [100] },
  };
  for (const seed of [1, 2, 3]) {
    const { train, test } = trainTestSplit(samples, { testFraction: 0.3, stratify: true, seed });
    const counts = (data: Uint8Array) =>
      [0, 1, 2].map((label) => data.filter((value) => value === label).length);
    expect(counts(test.y.data)).toEqual([21, 6, 3]);
    expect(counts(train.y.data)).toEqual([49, 14, 7]);
    expect([...train.x.data, ...test.x.data].sort((a, b) => a - b)).toEqual([...samples.x.data]);
  }
});

it("kFold(samples, options) holds each row back exactly once, in folds as large as scikit-learn's", () => {
  const all = [...numberedSamples(11).y.data];
  for (const [shuffle, inOrder] of [
    [true, false],
    [false, true],
  ]) {
    const folds = [...kFold(numberedSamples(11), { folds: 4, shuffle })];
    // KFold(4) of 11 rows: 3, 3, 3, 2.
    expect(folds.map(({ validation }) => validation.y.shape[0])).toEqual([3, 3, 3, 2]);
    const held = folds.flatMap(({ validation }) => [...validation.y.data]);
    expect(held.every((row, place) => row === place)).toBe(inOrder);
    expect(held.sort((a, b) => a - b)).toEqual(all);
    for (const { train, validation } of folds) {
      expect([...train.y.data, ...validation.y.data].sort((a, b) => a - b)).toEqual(all);
    }
  }
  expect(() => [...kFold(numberedSamples(3), { folds: 4 })]).toThrow(/from 2 to 3/);
});
