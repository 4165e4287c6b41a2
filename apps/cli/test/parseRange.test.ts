import { expect, it } from "vitest";
import { parseRange } from "../src/serve/parseRange.ts";

it.each([
  ["bytes=0-9", { start: 0, end: 10 }],
  ["bytes=90-", { start: 90, end: 100 }],
  ["bytes=90-500", { start: 90, end: 100 }],
  ["bytes=-10", { start: 90, end: 100 }],
  ["bytes=-500", { start: 0, end: 100 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=9-5", "none"],
  ["bytes=0-1,4-5", "none"],
  ["bytes=-", "none"],
  ["lines=0-9", "none"],
  ["", "none"],
  [undefined, "none"],
] as const)("parseRange(%j, 100) is %j", (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});
