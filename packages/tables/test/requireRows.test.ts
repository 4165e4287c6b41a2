import { expect, it } from "vitest";
import { requireRows } from "../src/split/requireRows.ts";

it("requireRows(rows, target) takes ten rows, and says of nine how many are needed", () => {
  expect(() => requireRows(10, "price")).not.toThrow();
  expect(() => requireRows(9, "price")).toThrow(
    expect.objectContaining({
      code: "TOO_FEW_ROWS",
      message: expect.stringContaining('9 rows with a value of "price", and at least 10 are needed'),
    }),
  );
});
