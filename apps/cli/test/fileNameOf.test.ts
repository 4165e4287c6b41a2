import { expect, it } from "vitest";
import { fileNameOf } from "../src/import/fileNameOf.ts";

it.each([
  ["models/course.keras", "course.keras"],
  ["models/course/", "course"],
  ["https://example.org/models/course.keras?key=secret#part", "course.keras"],
])("fileNameOf(%j) is %j", (path, name) => {
  expect(fileNameOf(path)).toBe(name);
});
