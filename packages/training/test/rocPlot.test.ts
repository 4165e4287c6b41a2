import { describe, expect, it } from "vitest";
import { rocAuc, rocCurve } from "../src/metrics/rocCurve.ts";
import { rocPlot } from "../src/plots/rocPlot.ts";
import { seededRandom } from "../src/random/seededRandom.ts";
import { drawPlot } from "./drawPlot.ts";

const spam = { actual: [0, 0, 1, 1], scores: [0.1, 0.4, 0.35, 0.8] };

/** The area below rows, by trapezoids. */
function areaBelow(rows: readonly { falsePositiveRate: number; truePositiveRate: number }[]): number {
  let area = 0;
  for (const [at, { falsePositiveRate: x, truePositiveRate: y }] of rows.entries()) {
    const before = rows[at - 1] ?? { falsePositiveRate: 0, truePositiveRate: 0 };
    area += ((x - before.falsePositiveRate) * (y + before.truePositiveRate)) / 2;
  }
  return area;
}

describe("rocPlot(series)", () => {
  it("gives the corners of each curve and the area below it", () => {
    const { rows } = rocPlot({ spam });
    expect(rows).toEqual([
      { name: "spam", area: 0.75, threshold: null, falsePositiveRate: 0, truePositiveRate: 0 },
      { name: "spam", area: 0.75, threshold: 0.8, falsePositiveRate: 0, truePositiveRate: 0.5 },
      { name: "spam", area: 0.75, threshold: 0.4, falsePositiveRate: 0.5, truePositiveRate: 0.5 },
      { name: "spam", area: 0.75, threshold: 0.35, falsePositiveRate: 0.5, truePositiveRate: 1 },
      { name: "spam", area: 0.75, threshold: 0.1, falsePositiveRate: 1, truePositiveRate: 1 },
    ]);
  });

  it("leaves points out without changing the curve", () => {
    const random = seededRandom(1, "roc");
    const actual = Array.from({ length: 2000 }, () => (random() < 0.3 ? 1 : 0));
    const scores = actual.map((label) => label * 0.5 + random());
    const { rows } = rocPlot({ model: { actual, scores } });
    expect(rows.length).toBeLessThan(rocCurve(actual, scores).length / 2);
    expect(areaBelow(rows)).toBeCloseTo(rocAuc(actual, scores), 12);
  });

  it("draws the curves with their areas, and the diagonal of a guess", async () => {
    const worse = { actual: spam.actual, scores: [0.9, 0.4, 0.35, 0.8] };
    const drawing = await drawPlot(rocPlot({ spam, worse }));
    expect(drawing.words("legend-label")).toEqual(["spam (AUC 0.75)", "worse (AUC 0.25)"]);
    const [start, end, ...curves] = drawing.items("line");
    expect([start?.x, start?.y, end?.x, end?.y]).toEqual([0, 320, 320, 0]);
    expect(curves.slice(0, 5).map(({ x, y }) => [x, y])).toEqual([
      [0, 320],
      [0, 160],
      [160, 160],
      [160, 0],
      [320, 0],
    ]);
  });
});
