import { expect, test } from "vitest";
import { closestName } from "../src/index.ts";

const names = ["mnist", "fashion-mnist", "synthetic-digits"];

test.each([
  ["minst", "mnist"],
  ["fashion-mnits", "fashion-mnist"],
  ["FASHION_MNIST", "fashion-mnist"],
  ["Synthetic-Digit", "synthetic-digits"],
])("closestName(%j, names) finds %s", (typed, meant) => {
  expect(closestName(typed, names)).toBe(meant);
});

test("closestName(typed, names) finds nothing where nothing is near", () => {
  expect(closestName("imagenet", names)).toBeUndefined();
  expect(closestName("mnist", [])).toBeUndefined();
});

test("closestName(typed, names) lets one letter of two be wrong, not both", () => {
  expect(closestName("RN", ["LSTAT", "RM"])).toBe("RM");
  expect(closestName("XY", ["LSTAT", "RM"])).toBeUndefined();
  expect(closestName("x", ["0", "1"])).toBeUndefined();
});
