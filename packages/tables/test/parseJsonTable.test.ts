import { expect, it } from "vitest";
import { looksLikeJson, parseJsonTable } from "../src/read/parseJsonTable.ts";

it.for([
  ['[{"a": 1}]', true],
  ['{"a": 1}', true],
  [' \n[{"a": 1}]', true],
  ["a,[b\n1,2", false],
  ["", false],
] as const)("looksLikeJson(%j) is %s", ([text, json]) => {
  expect(looksLikeJson(text)).toBe(json);
});

it.for([
  '[{"a": 1}, {"a": 2}]',
  '\n [{"a": 1},\n{"a": 2}]',
  '{"a": 1}\n{"a": 2}',
  ' {"a": 1}\r\n\r\n  \n{"a": 2}\r\n',
])("parseJsonTable(%j) reads a list, or an object a line", (text) => {
  expect(parseJsonTable(text)).toMatchObject({ columns: ["a"], rows: [["1"], ["2"]] });
});

it.for([
  ['[{"a": 1}', "The file begins as JSON, but is none ("],
  ['{"a": 1}\n\n{"a": ', "Line 3 begins as JSON, but is none ("],
] as const)("parseJsonTable(%j) says where it is torn", ([text, message]) => {
  expect(() => parseJsonTable(text)).toThrow(
    expect.objectContaining({
      code: "INVALID_FORMAT",
      message: expect.stringMatching(
        new RegExp(
          `^${message.replace("(", "\\(")}.+\\)\\. A list of objects, or an object a line, is expected\\.$`,
        ),
      ),
      cause: expect.any(SyntaxError),
    }),
  );
});
