import { expect, it } from "vitest";
import { jsonText } from "../src/run/jsonText.ts";

it("jsonText(value) keeps rows of numbers on one line", () => {
  const value = {
    matrix: [
      [1, -2.5],
      [3e-7, 4],
    ],
    name: "a [1,\n 2]",
  };
  expect(jsonText(value)).toContain("[1, -2.5]");
  expect(JSON.parse(jsonText(value))).toEqual(value);
});
