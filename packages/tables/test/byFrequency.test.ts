import { expect, it } from "vitest";
import { byFrequency } from "../src/encode/byFrequency.ts";

it("byFrequency(values) has the most frequent first, and of equally frequent ones the one that sorts first", () => {
  expect(byFrequency(["b", "d", "a", "c", "a", "c", "a"])).toEqual(["a", "c", "b", "d"]);
  expect(byFrequency(["d", "c", "b", "a"])).toEqual(["a", "b", "c", "d"]);
  expect(byFrequency([])).toEqual([]);
});
