import fc from "fast-check";
import { expect, it } from "vitest";
import {
  encodeLabels,
  gatherRows,
  kFold,
  oneHot,
  sliceRows,
  trainTestSplit,
  validationSplit,
} from "../src/index.ts";
import { readReference } from "./readReference.ts";

const reference = readReference<{
  names: string[];
  encoded: number[];
  classNames: string[];
  courses: string[];
  coursesOneHot: number[][];
  labels: number[];
  oneHot: number[][];
  kFold: Record<string, number[][]>;
  stratifiedKFold: Record<string, number[][]>;
  trainTestSplit: { rows: number; testSplit: number; testRows: number }[];
  stratified: { testSplit: number; counts: number[] }[];
  validationSplit: { rows: number; fraction: number; trainRows: number }[];
}>("splits");

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
  expect(() => oneHot(["Cat", "Cow"], ["Cat", "Dog"])).toThrow(/row 1 is "Cow"/);
});

it("oneHot(labels, classes) agrees with Keras' to_categorical", () => {
  expect([...oneHot(reference.labels, 4).data]).toEqual(reference.oneHot.flat());
});

it("oneHot(names, classNames) gives Cat, Dog and Other the rows that scikit-learn gives them", () => {
  const encoded = oneHot(reference.courses, ["Cat", "Dog", "Other"]);
  expect(encoded.shape).toEqual([4, 3]);
  expect([...encoded.data]).toEqual(reference.coursesOneHot.flat());
});

it("encodeLabels(names) agrees with scikit-learn's LabelEncoder", () => {
  const { labels, classNames } = encodeLabels(reference.names);
  expect([...labels]).toEqual(reference.encoded);
  expect(classNames).toEqual(reference.classNames);
});

it("encodeLabels(names, classNames) keeps the given classes, and rejects a name that is none", () => {
  expect(encodeLabels(["b", "a"], ["b", "c", "a"])).toEqual({
    labels: Int32Array.of(0, 2),
    classNames: ["b", "c", "a"],
  });
  expect(() => encodeLabels(["b", "d"], ["b", "c"])).toThrow(
    expect.objectContaining({
      code: "INVALID_ARGUMENT",
      message: expect.stringMatching(/b, c, but row 1 is "d"/),
    }),
  );
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

it("validationSplit and trainTestSplit have parts as large as those of Keras and scikit-learn", () => {
  for (const { rows, fraction, trainRows } of reference.validationSplit) {
    const { train } = validationSplit(numberedSamples(rows), fraction);
    expect(train.y.shape, `${rows} rows, ${fraction}`).toEqual([trainRows]);
  }
  for (const { rows, testSplit, testRows } of reference.trainTestSplit) {
    const { test } = trainTestSplit(numberedSamples(rows), { testSplit });
    expect(test.y.shape, `${rows} rows, ${testSplit}`).toEqual([testRows]);
  }
});

/** The reference's labels, with inputs that are the numbers of the rows. */
const labelled = {
  x: { data: Int32Array.from(reference.labels.keys()), shape: [reference.labels.length, 1] },
  y: { data: Int32Array.from(reference.labels), shape: [reference.labels.length] },
};

function countsOf(labels: Int32Array): number[] {
  return [0, 1, 2, 3].map((label) => labels.filter((value) => value === label).length);
}

it("trainTestSplit(samples, { stratify }) takes as many of each label as scikit-learn does", () => {
  for (const { testSplit, counts } of reference.stratified) {
    for (const seed of [1, 2, 3]) {
      const { test } = trainTestSplit(labelled, { testSplit, stratify: true, seed });
      expect(countsOf(test.y.data), `${testSplit}`).toEqual(counts);
    }
  }
});

it("kFold(samples, { shuffle: false }) holds back the rows that scikit-learn's KFold does", () => {
  for (const [folds, expected] of Object.entries(reference.kFold)) {
    const held = [...kFold(labelled, { folds: Number(folds), shuffle: false })];
    expect(held.map(({ validation }) => [...validation.x.data])).toEqual(expected);
  }
});

it("kFold(samples, { stratify }) has as many of each label in each fold as scikit-learn's StratifiedKFold", () => {
  for (const [folds, expected] of Object.entries(reference.stratifiedKFold)) {
    for (const shuffle of [true, false]) {
      const parts = [...kFold(labelled, { folds: Number(folds), stratify: true, shuffle })];
      expect(parts.map(({ validation }) => countsOf(validation.y.data))).toEqual(expected);
      const held = parts.flatMap(({ validation }) => [...validation.x.data]);
      expect(held.sort((one, other) => one - other)).toEqual([...labelled.x.data]);
      for (const { train, validation } of parts) {
        const all = [...train.x.data, ...validation.x.data].sort((one, other) => one - other);
        expect(all).toEqual([...labelled.x.data]);
      }
    }
  }
  const heldFirst = (seed: number) => [
    ...(kFold(labelled, { stratify: true, seed }).next().value?.validation.x.data ?? []),
  ];
  expect(heldFirst(1)).toEqual(heldFirst(1));
  expect(heldFirst(1)).not.toEqual(heldFirst(2));
});

it("trainTestSplit(samples, options) gives each row to exactly one side, the test side rounded up", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer(),
      (rows, tenths, seed) => {
        const testSplit = tenths / 10;
        fc.pre(Math.ceil(testSplit * rows) < rows);
        const { train, test } = trainTestSplit(numberedSamples(rows), { testSplit, seed });
        expect(test.y.shape[0]).toBe(Math.ceil(testSplit * rows));
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
  expect(() => trainTestSplit(numberedSamples(3), { testSplit: 0.9 })).toThrow(/at least one row/);
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
    const { train, test } = trainTestSplit(samples, { testSplit: 0.3, stratify: true, seed });
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
