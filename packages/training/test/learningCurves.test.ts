import { describe, expect, it } from "vitest";
import { learningCurves } from "../src/plots/learningCurves.ts";
import { drawPlot } from "./drawPlot.ts";

const history = { loss: [0.5, 0.3], accuracy: [0.8, 0.9], valLoss: [0.4, 0.35], valAccuracy: [0.85, 0.91] };

describe("learningCurves(history)", () => {
  it("gives a row for each epoch, metric and part", () => {
    const { rows } = learningCurves(history);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual({ epoch: 1, metric: "loss", part: "training", value: 0.5 });
    expect(rows.at(-1)).toEqual({ epoch: 2, metric: "accuracy", part: "validation", value: 0.91 });
  });

  it("draws a panel for each metric, a line for each part in it", async () => {
    const { rows, spec } = learningCurves(history);
    expect(spec["data"]).toEqual({ values: rows });
    const drawing = await drawPlot({ rows, spec });
    expect(drawing.words("title-text")).toEqual(["Loss", "Accuracy"]);
    expect(drawing.words("legend-label")).toEqual(["training", "validation"]);
    const points = drawing.items("symbol");
    expect(points).toHaveLength(8);
    // Losses fall and accuracies rise from left to right, each part on its own line.
    for (const part of [0, 1, 2, 3]) {
      const [first, second] = points.slice(part * 2, part * 2 + 2);
      expect(second?.x).toBeGreaterThan(first?.x ?? 0);
      const sinks = (second?.y ?? 0) > (first?.y ?? 0);
      expect(sinks).toBe(part < 2);
    }
  });

  it("leaves out values that are not finite, which JSON cannot hold", () => {
    expect(learningCurves({ loss: [1, Number.NaN, Number.POSITIVE_INFINITY] }).rows).toEqual([
      { epoch: 1, metric: "loss", part: "training", value: 1 },
    ]);
  });

  it("takes other metrics and histories without validation", () => {
    const { rows } = learningCurves({ loss: [1], meanAbsoluteError: [2], valMeanAbsoluteError: [3] });
    expect(rows.map((row) => `${row.metric} ${row.part}`)).toEqual([
      "loss training",
      "meanAbsoluteError training",
      "meanAbsoluteError validation",
    ]);
  });

  it("writes short forms in capitals", async () => {
    const drawing = await drawPlot(learningCurves({ loss: [3, 2], mae: [2, 1], valMae: [3, 2] }));
    expect(drawing.words("title-text")).toEqual(["Loss", "MAE"]);
  });

  it("is an empty chart before the first epoch", () => {
    expect(learningCurves({ loss: [] }).rows).toEqual([]);
  });
});
