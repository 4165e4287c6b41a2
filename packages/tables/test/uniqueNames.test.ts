import { expect, it } from "vitest";
import { uniqueNames } from "../src/read/uniqueNames.ts";

it("uniqueNames(header) calls columns without a name after their places, and leaves out the white space around one", () => {
  expect(uniqueNames([" rooms", "", "price\t", "  "])).toEqual(["rooms", "column 2", "price", "column 4"]);
  expect(uniqueNames([])).toEqual([]);
});

it.for([
  [["a", "b", "a"], "a"],
  [["a", " b", "b "], "b"],
  [["column 2", ""], "column 2"],
] as const)("uniqueNames(%j) refuses two columns of one name", ([header, name]) => {
  expect(() => uniqueNames(header)).toThrow(
    expect.objectContaining({
      code: "INVALID_FORMAT",
      message: `Two columns are called "${name}": give each a name of its own in the first line, or say header: false if it holds values.`,
    }),
  );
});
