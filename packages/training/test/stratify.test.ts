import type { NdArray } from "@minibatch/datasets";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kFold, oneHot, type TrainingError, trainTestSplit } from "../src/index.ts";
import { readReference } from "./readReference.ts";

const reference = readReference<{
  labels: number[];
  stratifiedKFold: Record<string, number[][]>;
  stratified: { testSplit: number; counts: number[] }[];
}>("splits");

/** The ways in which targets can say the same classes. */
const forms: Record<string, (labels: readonly number[]) => NdArray> = {
  "labels [n]": (labels: readonly number[]) => ({ data: Int32Array.from(labels), shape: [labels.length] }),
  "labels [n, 1]": (labels: readonly number[]) => ({
    data: Float32Array.from(labels),
    shape: [labels.length, 1],
  }),
  "one-hot rows": (labels: readonly number[]) => oneHot(labels, Math.max(1, ...labels) + 1),
};

/** Inputs that are the numbers of the rows, and targets of the given form. */
function samplesOf(labels: readonly number[], form: string) {
  const y = forms[form]?.(labels);
  if (!y) throw new Error(`There is no form "${form}".`);
  return { x: { data: Int32Array.from(labels.keys()), shape: [labels.length, 1] }, y };
}

function countsOf(labels: readonly number[], rows: Int32Array): number[] {
  return Array.from(
    { length: Math.max(...labels) + 1 },
    (_, label) => rows.filter((row) => labels[row] === label).length,
  );
}

describe.each(Object.keys(forms))("stratify by %s", (form) => {
  it("trainTestSplit(samples, options) takes as many of each class as scikit-learn does", () => {
    for (const { testSplit, counts } of reference.stratified) {
      for (const seed of [1, 2, 3]) {
        const options = { testSplit, stratify: true, seed };
        const { test } = trainTestSplit(samplesOf(reference.labels, form), options);
        expect(countsOf(reference.labels, test.x.data), `${testSplit}`).toEqual(counts);
      }
    }
  });

  it("kFold(samples, options) has as many of each class in each fold as scikit-learn's StratifiedKFold", () => {
    for (const [folds, expected] of Object.entries(reference.stratifiedKFold)) {
      const parts = [...kFold(samplesOf(reference.labels, form), { folds: Number(folds), stratify: true })];
      expect(parts.map(({ validation }) => countsOf(reference.labels, validation.x.data))).toEqual(expected);
    }
  });

  it("gives each class its share of both sides and of all folds, within a row, and loses no row", () => {
    const classes = fc
      .array(fc.integer({ min: 2, max: 12 }), { minLength: 2, maxLength: 5 })
      .map((counts) => counts.flatMap((count, label) => Array.from({ length: count }, () => label)));
    fc.assert(
      fc.property(classes, fc.integer({ min: 2, max: 8 }), fc.integer(), (labels, tenths, seed) => {
        const samples = samplesOf(labels, form);
        const all = [...labels.keys()];
        const counts = countsOf(labels, samples.x.data);
        const testRows = Math.ceil((tenths / 10) * labels.length);
        fc.pre(Math.min(testRows, labels.length - testRows) >= counts.length);
        const { train, test } = trainTestSplit(samples, { testSplit: tenths / 10, stratify: true, seed });
        for (const [label, count] of countsOf(labels, test.x.data).entries()) {
          expect(Math.abs(count - ((counts[label] ?? 0) * testRows) / labels.length)).toBeLessThan(1);
        }
        expect([...train.x.data, ...test.x.data].sort((one, other) => one - other)).toEqual(all);

        const folds = Math.min(tenths, Math.max(...counts));
        const parts = [...kFold(samples, { folds, stratify: true, seed })];
        for (const { validation } of parts) {
          for (const [label, count] of countsOf(labels, validation.x.data).entries()) {
            expect(Math.abs(count - (counts[label] ?? 0) / folds)).toBeLessThan(1);
          }
        }
        const held = parts.flatMap(({ validation }) => [...validation.x.data]);
        expect(held.sort((one, other) => one - other)).toEqual(all);
      }),
      { seed: 1 },
    );
  });

  it("is the same split in every form", () => {
    const plain = samplesOf(reference.labels, "labels [n]");
    const samples = samplesOf(reference.labels, form);
    const rowsOf = (of: typeof samples) => trainTestSplit(of, { stratify: true }).test.x.data;
    expect(rowsOf(samples)).toEqual(rowsOf(plain));
  });
});

describe("stratify refuses", () => {
  const x = { data: new Float32Array(6), shape: [6, 1] };
  const refused = (data: readonly number[], shape: readonly number[]) => {
    const y = { data: Float32Array.from(data), shape };
    const reasons = [
      () => trainTestSplit({ x, y }, { stratify: true }),
      () => [...kFold({ x, y }, { folds: 2, stratify: true })],
    ].map((split) => {
      try {
        split();
      } catch (error) {
        return [(error as TrainingError).code, (error as Error).message];
      }
      return ["accepted"];
    });
    expect(reasons[0]).toEqual(reasons[1]);
    expect(reasons[0]?.[0]).toBe("INVALID_ARGUMENT");
    return reasons[0]?.[1] ?? "";
  };

  it("targets that are no classes, with the row that shows it", () => {
    expect(refused([1, 2, 0, 1.5, 2, 1], [6])).toMatch(/integer labels.*row 3 is 1.5/);
    expect(refused([1, 2, Number.NaN, 1, 2, 1], [6, 1])).toMatch(/row 2 is NaN/);
    const rows = [1, 0, 0, 1, 1, 0, 0, 1, 1, 0];
    expect(refused([...rows, 0.9, 0.1], [6, 2])).toMatch(/one-hot rows.*row 5 is \[0.8999/);
    expect(refused([...rows, 1, 1], [6, 2])).toMatch(/row 5 is \[1, 1\]/);
    expect(refused([...rows, 0, 0], [6, 2])).toMatch(/row 5 is \[0, 0\]/);
    expect(refused([...rows, ...rows, 0, 0, 0, 0], [6, 2, 2])).toMatch(/shape \[6, 2, 2\]/);
  });

  it("what cannot be on both sides, or in any fold twice, as scikit-learn does", () => {
    const split = (labels: number[], testSplit: number) =>
      trainTestSplit(samplesOf(labels, "labels [n]"), { testSplit, stratify: true });
    expect(() => split([0, 0, 0, 0, 1], 0.4)).toThrow(/two rows of each class.*class 1 has 1/);
    expect(() => split([0, 0, 0, 1, 1, 1], 0.1)).toThrow(/each of the 2 classes on both sides.*has 1/);
    expect(() => [...kFold(samplesOf([0, 0, 1, 1], "labels [n]"), { folds: 3, stratify: true })]).toThrow(
      /each of the 3 folds.*largest has 2/,
    );
  });
});
