import { expect, test } from "vitest";
import { numpyPermutation } from "../src/columns/numpyPermutation.ts";
import reference from "./reference/permutation.json" with { type: "json" };

test.each(reference)("numpyPermutation($length, $seed) shuffles as NumPy does", ({ length, seed, order }) => {
  expect([...numpyPermutation(length, seed)]).toEqual(order);
});
