import { drawDigits } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { descentCurve } from "../src/worker/descent/descentCurve.ts";
import { fixedUnits } from "../src/worker/descent/fixedUnits.ts";
import { smallPictures } from "../src/worker/descent/smallPictures.ts";

const test = drawDigits({ count: 100, split: "test" });

/** Solves a square system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let step = 0; step < size; step += 1) {
    const pivot = rows
      .slice(step)
      .reduce((a, b) => (Math.abs(b[step] ?? 0) > Math.abs(a[step] ?? 0) ? b : a));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(step, 0, pivot);
    for (const row of rows.slice(step + 1)) {
      const factor = (row[step] ?? 0) / (pivot[step] ?? 1);
      for (let at = step; at <= size; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let step = size - 1; step >= 0; step -= 1) {
    const row = rows[step] ?? [];
    const rest = solution.reduce((sum, value, at) => sum + value * (at > step ? (row[at] ?? 0) : 0), 0);
    solution[step] = ((row[size] ?? 0) - rest) / (row[step] ?? 1);
  }
  return solution;
}

it("descentCurve(train, test, yes) gives the errors of kernel ridge regression with the same units, below and above the number of digits", () => {
  const [samples, penalty] = [30, 0.01];
  const train = drawDigits({ count: samples });
  const found = [...descentCurve(train, test, 1, { noise: 0, penalty }, [12, 90])];
  const answer = (digit: number): number => (digit === 1 ? 1 : -1);
  const y = Array.from(train.y.data, answer);
  const mean = y.reduce((sum, value) => sum + value, 0) / samples;
  const next = fixedUnits(1, 14 * 14);
  const units = Array.from({ length: 90 }, () => next());
  for (const { units: count, seen, unseen } of found) {
    const columns = units.slice(0, count).map((unit) => {
      const [own, others] = [unit(smallPictures(train.x)), unit(smallPictures(test.x))];
      const centre = own.reduce((sum, value) => sum + value, 0) / samples;
      return { own: own.map((value) => value - centre), others: others.map((value) => value - centre) };
    });
    const product = (pick: "own" | "others", row: number, other: number): number =>
      columns.reduce((sum, column) => sum + (column[pick][row] ?? 0) * (column.own[other] ?? 0), 0);
    // (K + penalty) a = y, in the space of the digits and not of the units.
    const rows = Array.from({ length: samples }, (_, row) => row);
    const kernel = rows.map((row) =>
      rows.map((other) => product("own", row, other) + (row === other ? penalty : 0)),
    );
    const factors = solve(
      kernel,
      y.map((value) => value - mean),
    );
    const wrong = (pick: "own" | "others", answers: readonly number[]): number => {
      const misses = answers.filter((wanted, row) => {
        const sum = factors.reduce((sum, factor, at) => sum + factor * product(pick, row, at), mean);
        return sum >= 0 !== wanted > 0;
      });
      return misses.length / answers.length;
    };
    expect(seen).toBe(wrong("own", y));
    expect(unseen).toBe(wrong("others", Array.from(test.y.data, answer)));
  }
  expect(found.map(({ units }) => units)).toEqual([12, 90]);
});

it("descentCurve(train, test, yes, { noise }) gives labels by lot, the same each time, and learns them when it is large enough", () => {
  const train = drawDigits({ count: 40 });
  const curve = (noise: number) => [...descentCurve(train, test, 1, { noise, penalty: 1e-6 }, [5, 200])];
  expect(curve(0.4)).toEqual(curve(0.4));
  expect(curve(0.4)[1]?.seen).toBe(0);
  expect(curve(0.4)[1]?.unseen).toBeGreaterThan(curve(0)[1]?.unseen ?? 1);
});
