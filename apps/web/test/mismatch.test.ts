import { expect, it } from "vitest";
import { mismatch, type Shape } from "../src/worker/mismatch.ts";

const shape: Shape = { name: "text", "note?": "text", counts: ["count"], means: [{ mean: "number" }] };

it("mismatch(value, shape, where) finds nothing wrong with what is as it has to be", () => {
  expect(mismatch({ name: "a", counts: [0, 1], means: [{ mean: -0.5 }] }, shape, "data")).toBeUndefined();
  expect(mismatch({ name: "", note: "b", counts: [], means: [], more: 1 }, shape, "data")).toBeUndefined();
});

it("mismatch(value, shape, where) says where the first thing is that is wrong", () => {
  const right = { name: "a", counts: [1], means: [{ mean: 1 }] };
  const cases: readonly (readonly [unknown, string])[] = [
    [null, "data is no table"],
    [[], "data is no table"],
    [{ ...right, name: 1 }, "data.name is no text"],
    [{ ...right, note: null }, "data.note is no text"],
    [{ ...right, counts: 3 }, "data.counts is no list"],
    [{ ...right, counts: [1, -1] }, "data.counts[1] is no number"],
    [{ ...right, counts: [0.5] }, "data.counts[0] is no number"],
    [{ ...right, means: [{ mean: Number.NaN }] }, "data.means[0].mean is no number"],
    [{ ...right, means: [{}] }, "data.means[0].mean is no number"],
  ];
  for (const [value, wrong] of cases) expect(mismatch(value, shape, "data")).toBe(wrong);
});
