import { expect, it } from "vitest";
import { settingsPanels } from "../src/index.ts";
import { drawPlot } from "./drawPlot.ts";

const points = [
  { settings: { learningRate: 0.001, optimizer: "adam" }, value: 0.9 },
  { settings: { learningRate: 0.01, optimizer: "adam" }, value: 0.8 },
  { settings: { learningRate: 0.01, optimizer: "sgd" }, value: 0.6 },
];

it("settingsPanels(points, options) gives a row for each run and setting", () => {
  const { rows } = settingsPanels(points, { settings: ["learningRate", "optimizer"], measure: "accuracy" });
  expect(rows).toHaveLength(6);
  expect(rows[0]).toEqual({ setting: "learningRate", at: 0.001, value: 0.9 });
  expect(rows[5]).toEqual({ setting: "optimizer", at: "sgd", value: 0.6 });
});

it("settingsPanels(points, options) draws numbers on an axis of numbers, and names by their names", async () => {
  const plot = settingsPanels(points, { settings: ["learningRate", "optimizer"], measure: "accuracy" });
  const drawing = await drawPlot(plot);
  expect(drawing.words("axis-title")).toEqual(
    expect.arrayContaining(["learningRate", "optimizer", "accuracy"]),
  );
  const labels = drawing.words("axis-label");
  expect(labels).toEqual(expect.arrayContaining(["0.001", "0.01", "adam", "sgd"]));
  expect(labels).not.toContain("NaN");
  expect(drawing.items("symbol")).toHaveLength(6);
});

it("settingsPanels(points, options) has a logarithmic axis where values span more than a factor of 8", () => {
  const axes = (rates: readonly number[]) => {
    const some = rates.map((learningRate) => ({ settings: { learningRate }, value: 1 }));
    return JSON.stringify(settingsPanels(some, { settings: ["learningRate"], measure: "loss" }).spec);
  };
  expect(axes([0.001, 0.01])).toContain('"type":"log"');
  expect(axes([0.001, 0.002])).not.toContain('"type":"log"');
  expect(axes([0, 1])).not.toContain('"type":"log"');
});

it("settingsPanels(points, options) has a logarithmic measure where one run is far from the others", () => {
  const spec = (values: readonly number[]) => {
    const some = values.map((value, at) => ({ settings: { learningRate: 1 + at / 10 }, value }));
    return JSON.stringify(settingsPanels(some, { settings: ["learningRate"], measure: "MAE" }).spec);
  };
  expect(spec([4, 8, 2582])).toContain('"type":"log"');
  expect(spec([4, 8, 12])).not.toContain('"type":"log"');
});

it("settingsPanels(points, options) has a tick at each of a few settings, and none between them", async () => {
  const some = [16, 32, 64].map((batchSize) => ({ settings: { batchSize }, value: batchSize / 100 }));
  const drawing = await drawPlot(settingsPanels(some, { settings: ["batchSize"], measure: "accuracy" }));
  const labels = drawing.words("axis-label");
  expect(labels.filter((label) => Number(label) >= 1)).toEqual(["16", "32", "64"]);
});
