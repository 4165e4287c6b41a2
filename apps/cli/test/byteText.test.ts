import { expect, it } from "vitest";
import { byteText } from "../src/terminal/byteText.ts";

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [4542, "4.5 kB"],
  [999_499, "999 kB"],
  [999_500, "1.0 MB"],
  [11_594_722, "11.6 MB"],
  [170_052_171, "170 MB"],
])("byteText(%d) is %s", (bytes, text) => {
  expect(byteText(bytes)).toBe(text);
});
