import { expect, it } from "vitest";
import { isDash } from "../src/cells/isDash.ts";

it.each(["-", "–", "—", "---", "–-"])("isDash(%j) is true", (cell) => {
  expect(isDash(cell)).toBe(true);
});

it.each(["", "-5", "5-", "a–b", "+", "- -"])("isDash(%j) is false", (cell) => {
  expect(isDash(cell)).toBe(false);
});
