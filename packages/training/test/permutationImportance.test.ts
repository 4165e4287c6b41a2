import { readFile } from "node:fs/promises";
import type { NdArray } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { meanAbsoluteError, permutationImportance } from "../src/index.ts";

const reference = JSON.parse(
  await readFile(new URL("reference/importance.json", import.meta.url), "utf8"),
) as Record<"x" | "weights" | "mean" | "deviation", number[]>;
const x: NdArray = { data: Float64Array.from(reference.x), shape: [400, 3] };

/** What the reference predicts: each row times the weights. */
function predicted({ data }: NdArray): number[] {
  return Array.from({ length: 400 }, (_, row) =>
    reference.weights.reduce((sum, weight, column) => sum + weight * (data[3 * row + column] ?? 0), 0),
  );
}

const actual = predicted(x);
const score = (inputs: NdArray) => -meanAbsoluteError(actual, predicted(inputs));
const groups = ["a", "b", "c"].map((name, start) => ({ name, start, end: start + 1 }));

it("permutationImportance(x, groups, score) is scikit-learn's, the most important group first", async () => {
  const found = await permutationImportance(x, groups, score, { repeats: 200 });
  expect(found.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  for (const [index, { mean, deviation }] of found.entries()) {
    // Two means of 200 shuffles each differ by about a tenth of their deviation.
    const expected = reference.deviation[index] ?? 0;
    expect(Math.abs(mean - (reference.mean[index] ?? 0))).toBeLessThanOrEqual(0.4 * expected);
    expect(deviation).toBeGreaterThanOrEqual(0.8 * expected);
    expect(deviation).toBeLessThanOrEqual(1.25 * expected);
  }
});

it("permutationImportance(x, groups, score) deals the features of a group together, and changes nothing else", async () => {
  const original = x.data.slice();
  const differences: number[] = [];
  await permutationImportance(x, [{ name: "a and b", start: 0, end: 2 }], ({ data }) => {
    const rows = new Set(
      Array.from({ length: 400 }, (_, row) => `${original[3 * row]} ${original[3 * row + 1]}`),
    );
    for (let row = 0; row < 400; row += 1) {
      expect(rows.has(`${data[3 * row]} ${data[3 * row + 1]}`)).toBe(true);
      expect(data[3 * row + 2]).toBe(original[3 * row + 2]);
    }
    differences.push(data.filter((value, at) => value !== original[at]).length);
    return 0;
  });
  expect(differences[0]).toBe(0);
  expect(differences[1]).toBeGreaterThan(700);
  expect(x.data).toEqual(original);
});

it("permutationImportance(x, groups, score, { seed }) repeats with the seed", async () => {
  const [first, again, other] = await Promise.all(
    [1, 1, 2].map((seed) => permutationImportance(x, groups, score, { seed })),
  );
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

it("permutationImportance(x, groups, score, { repeats }) scores once, then each group so often, and puts the most important first", async () => {
  let calls = 0;
  const counting = (inputs: NdArray) => {
    calls += 1;
    return score(inputs);
  };
  const found = await permutationImportance(x, [...groups].reverse(), counting, { repeats: 3 });
  expect(calls).toBe(1 + 3 * 3);
  expect(found.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

it.for([
  { group: { start: 3, end: 4 }, told: '"d" has the features 3 to 3.' },
  { group: { start: -1, end: 1 }, told: '"d" has the features -1 to 0.' },
  { group: { start: 1, end: 1 }, told: '"d" has the features 1 to 0.' },
  { group: { start: 2, end: 1 }, told: '"d" has the features 2 to 0.' },
  { group: { start: 0, end: 4 }, told: "they are [400, 3], and" },
])(
  "permutationImportance(x, groups, score) refuses the group $group of 3 features",
  async ({ group, told }) => {
    await expect(permutationImportance(x, [{ name: "d", ...group }], score)).rejects.toMatchObject({
      code: "SHAPE_MISMATCH",
      message: expect.stringContaining(told),
    });
  },
);

it("permutationImportance(x, groups, score) refuses inputs that are no rows of features", async () => {
  await expect(permutationImportance({ ...x, shape: [400, 3, 1] }, groups, score)).rejects.toMatchObject({
    code: "SHAPE_MISMATCH",
    message: expect.stringMatching(/expected; they are \[400, 3, 1\]\.$/),
  });
});
