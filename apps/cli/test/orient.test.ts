import { expect, it } from "vitest";
import { orient } from "../src/images/orient.ts";

/** Rows of a picture as words. */
function rows({ width, data }: ReturnType<typeof orient>): string[] {
  const letters = Array.from(data, (value) => String.fromCharCode(value)).join("");
  return letters.match(new RegExp(`.{${width}}`, "g")) ?? [];
}

const picture = {
  width: 3,
  height: 2,
  channels: 1,
  data: Array.from("abcdef", (letter) => letter.charCodeAt(0)),
};

it.each([
  // What stands at the top and at the left of the stored picture, by the table of EXIF: 6 is the right of the scene, for one.
  [1, ["abc", "def"]],
  [2, ["cba", "fed"]],
  [3, ["fed", "cba"]],
  [4, ["def", "abc"]],
  [5, ["ad", "be", "cf"]],
  [6, ["da", "eb", "fc"]],
  [7, ["fc", "eb", "da"]],
  [8, ["cf", "be", "ad"]],
])("orient(picture, %i) turns it upright", (orientation, expected) => {
  expect(rows(orient(picture, orientation))).toEqual(expected);
});
