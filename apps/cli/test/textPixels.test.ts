import { datasets } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { glyphs } from "../src/preview/glyphs.ts";
import { TEXT_HEIGHT, textPixels } from "../src/preview/textPixels.ts";

it("textPixels(text) sets characters a pixel apart", () => {
  expect(textPixels("ii").ink.map(({ x }) => x)).toEqual([0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2]);
  expect(textPixels("ii").width).toBe(3);
  expect(textPixels("").width).toBe(0);
});

it("textPixels(text) draws what it does not know as a question mark", () => {
  expect(textPixels("漢")).toEqual(textPixels("?"));
});

it("textPixels(text) leaves out words that it does not know, if there are others", () => {
  expect(textPixels("漢 kan")).toEqual(textPixels("kan"));
});

it("the font has a word of every class", () => {
  for (const name of datasets.flatMap(({ classNames }) => classNames)) {
    const words = name
      .split(" ")
      .filter((word) => Array.from(word).every((character) => glyphs.has(character)));
    expect(words, name).not.toEqual([]);
  }
});

it.each([...glyphs])("the rows of %j are equally long, and fit a line", (_, rows) => {
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect(rows.length).toBeLessThanOrEqual(TEXT_HEIGHT);
});
