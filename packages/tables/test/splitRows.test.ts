import fc from "fast-check";
import { expect, it } from "vitest";
import { rowHash } from "../src/split/rowHash.ts";
import { splitRows } from "../src/split/splitRows.ts";

const shares = { validation: 0.2, test: 0.1, seed: 1 };
const texts = Array.from({ length: 200 }, (_, row) => `row ${row}`);

it("splitRows(texts) gives each part its share, and each row to one part", () => {
  const { train, validation, test } = splitRows(texts, shares);
  expect([train.length, validation.length, test.length]).toEqual([140, 40, 20]);
  expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual(texts.map((_, row) => row));
});

it("splitRows(texts) gives each class its share", () => {
  const labels = texts.map((_, row) => (row < 20 ? 0 : 1));
  const { validation, test } = splitRows(texts, { ...shares, labels });
  expect(validation.filter((row) => row < 20)).toHaveLength(4);
  expect(test.filter((row) => row < 20)).toHaveLength(2);
});

it("splitRows(texts) goes by what rows hold: another order of the table changes no side", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: 200 }), (shuffled) => {
      const sides = (order: readonly string[]) =>
        splitRows(order, shares)
          .test.map((row) => order[row])
          .sort();
      expect(sides(shuffled)).toEqual(sides(texts));
    }),
    { seed: 1, numRuns: 20 },
  );
});

it("splitRows(texts) keeps equal rows on one side", () => {
  const doubled = texts.map((_, row) => `row ${row % 60}`);
  const { train, validation, test } = splitRows(doubled, shares);
  const sides = [train, validation, test].map((part) => new Set(part.map((row) => doubled[row])));
  for (const text of doubled) expect(sides.filter((side) => side.has(text))).toHaveLength(1);
});

it("splitRows(texts) has the middle one of equal rows decide for all of them", () => {
  const same = ["a", "a", "a", "a"];
  expect(splitRows(same, { validation: 0, test: 0.5, seed: 1 }).test).toEqual([0, 1, 2, 3]);
  expect(splitRows(same, { validation: 0.25, test: 0.25, seed: 1 }).validation).toEqual([0, 1, 2, 3]);
  expect(splitRows(same, { validation: 0, test: 0.25, seed: 1 }).train).toEqual([0, 1, 2, 3]);
});

it("splitRows(texts) depends on the seed", () => {
  expect(splitRows(texts, { ...shares, seed: 2 }).test).not.toEqual(splitRows(texts, shares).test);
});

it("splitRows(texts) takes a million equal rows", () => {
  const same = Array.from({ length: 1_000_000 }, () => "the same");
  const { train, validation, test } = splitRows(same, { validation: 0, test: 0, seed: 1 });
  expect([train.length, validation.length, test.length]).toEqual([1_000_000, 0, 0]);
});

it.for([
  ["", 0, 8_580_639_942_427_176],
  ["a", 1, 7_664_862_081_029_498],
  ["3,Bern,450", 1, 8_709_904_265_825_530],
  ["3,Bern,450", 7, 4_032_659_209_988_493],
  ["row 199", 1, 795_023_415_768_808],
] as const)(
  'rowHash("%s", %i) is what a program in Python makes of its two streams: splits stay what they are',
  ([text, seed, hash]) => {
    expect(rowHash(text, seed)).toBe(hash);
  },
);
