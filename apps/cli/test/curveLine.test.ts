import { expect, it } from "vitest";
import { curveLine } from "../src/train/curveLine.ts";

const classes = [
  { className: "cat", rows: 30, tested: 12, right: { half: 10, all: 11 } },
  { className: "fox", rows: 20, tested: 10, right: { half: 3, all: 7 } },
];

it("curveLine(curve) names the class that the second half helped most, and how sure that is", () => {
  const curve = {
    rows: { half: 280, all: 560 },
    accuracy: { half: 0.792, all: 0.856 },
    gain: [0.011, 0.117],
    classes,
  } as const;
  expect(curveLine(curve)).toBe(
    "More of fox: accuracy still rises with their number; with 280 to train on 79.2 %, with all 560 85.6 %; " +
      "the second half added 1.1 to 11.7 points (95 % sure)",
  );
});

it.for([
  [[-0.05, 0.15], "Whether more would help, 22 to test on do not tell: with 25 "],
  [[-0.01, 0.015], "More are not likely to help: with 25 "],
] as const)("curveLine(curve) promises nothing where the gain may be none: %j", ([gain, words]) => {
  const curve = { rows: { half: 25, all: 50 }, accuracy: { half: 0.7, all: 0.75 }, gain, classes };
  expect(curveLine(curve).slice(0, words.length)).toBe(words);
});
