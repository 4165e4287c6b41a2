import { expect, test } from "vitest";
import { DIGIT_STROKES } from "../src/synthetic/digitStrokes.ts";
import { parseStrokes } from "../src/synthetic/parseStrokes.ts";
import { randomStream } from "../src/synthetic/randomStream.ts";
import { tracePen } from "../src/synthetic/tracePen.ts";

test("parseStrokes(strokes) reads strokes, corners and points into a box from -1 to 1", () => {
  expect(parseStrokes("0,0 50,50 / 100,25; 25,75 75,100")).toEqual([
    [
      [
        { x: -1, y: -1 },
        { x: 0, y: 0 },
      ],
      [{ x: 1, y: -0.5 }],
    ],
    [
      [
        { x: -0.5, y: 0.5 },
        { x: 0.5, y: 1 },
      ],
    ],
  ]);
});

test("DIGIT_STROKES has several ways for each of ten digits, all points in the box", () => {
  expect(DIGIT_STROKES.length).toBe(10);
  for (const variants of DIGIT_STROKES) {
    expect(variants.length).toBeGreaterThanOrEqual(4);
    for (const { weight, strokes } of variants) {
      expect(weight).toBeGreaterThan(0);
      for (const { x, y } of parseStrokes(strokes).flat(2)) {
        expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
      }
      for (const stroke of parseStrokes(strokes)) expect(stroke.flat().length).toBeGreaterThanOrEqual(2);
    }
  }
});

test("tracePen(stroke) without wobble passes every point and turns sharply only at corners", () => {
  const [stroke] = parseStrokes("0,50 50,0 100,50 / 50,100");
  const path = tracePen(stroke ?? [], 0, randomStream(1, 1, 1));
  // Three pieces of seven lines each.
  expect(path.length).toBe(22);
  expect([path[0], path[7], path[14], path[21]]).toEqual([
    { x: -1, y: 0 },
    { x: 0, y: -1 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
  ]);
});
