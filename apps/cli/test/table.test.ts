import { expect, it } from "vitest";
import { table } from "../src/terminal/table.ts";

it("table(header, rows, alignment) lines columns up", () => {
  const text = table(
    ["class", "samples"],
    [
      ["a", "980"],
      ["T-shirt", "1,000"],
    ],
    ["left", "right"],
  );
  expect(text).toBe("class    samples\na            980\nT-shirt    1,000\n");
});
