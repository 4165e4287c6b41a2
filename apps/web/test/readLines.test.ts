import { expect, it } from "vitest";
import { readLines } from "../src/charts/readLines.ts";

const line = (name: string, ...points: readonly [x: number, y: number][]) => ({
  name,
  points: points.map(([x, y]) => ({ x, y })),
});
const read = (lines: readonly ReturnType<typeof line>[], x: number) => {
  const found = readLines(lines, x);
  return found && [found.x, ...found.values.map(({ line, y }) => `${line.name} ${y}`)];
};

it("readLines(lines, x) reads training in the middle of an epoch and validation at its end as one", () => {
  const lines = [line("training", [0.5, 4], [1.5, 3], [2.5, 2]), line("validation", [1, 5], [2, 4], [3, 3])];
  expect(read(lines, 2.6)).toEqual([2.5, "training 2", "validation 4"]);
  expect(read(lines, 9)).toEqual([3, "training 2", "validation 3"]);
});

it("readLines(lines, x) says nothing of a run that has ended before", () => {
  const lines = [line("long", [1, 1], [2, 2], [3, 3], [4, 4]), line("short", [1, 9], [2, 8])];
  expect(read(lines, 4)).toEqual([4, "long 4"]);
  expect(read(lines, 2)).toEqual([2, "long 2", "short 8"]);
});

it("readLines(lines, x) reads a line of one point at its place alone, and none of what has no point", () => {
  const lines = [line("one", [3.2, 7]), line("many", [1, 1], [2, 2], [3, 3]), line("none")];
  expect(read(lines, 2.9)).toEqual([3, "many 3"]);
  expect(read(lines, 4)).toEqual([3.2, "one 7", "many 3"]);
  expect(read([line("none")], 0)).toBeUndefined();
});
