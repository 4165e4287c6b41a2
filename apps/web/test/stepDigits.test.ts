import { expect, it } from "vitest";
import { stepDigits } from "../src/i18n/stepDigits.ts";

it("stepDigits(step, usual) tells numbers apart that are so far from each other", () => {
  expect([undefined, 5, 1, 0.5, 0.2, 0.01, 0.00005].map((step) => stepDigits(step, 0))).toEqual([
    0, 0, 0, 1, 1, 2, 5,
  ]);
  expect(stepDigits(0.5, 3)).toBe(3);
});
