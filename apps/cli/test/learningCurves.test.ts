import { describe, expect, it } from "vitest";
import { learningCurves } from "../src/terminal/learningCurves.ts";
import { plain } from "./plain.ts";

const columns = (values: number[]) => ({
  loss: values,
  accuracy: values.map((value) => 1 - value),
  valLoss: values.map((value) => value + 0.1),
  valAccuracy: values.map((value) => 0.9 - value),
});

describe("learningCurves(history, width, colour)", () => {
  it("draws loss and accuracy side by side within 80 columns", () => {
    const text = learningCurves(columns([0.5, 0.3, 0.2, 0.15]), 80, plain);
    expect(text).toContain("● training  ○ validation");
    expect(text).toMatch(/loss +accuracy/);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text.match(/●/g)).toHaveLength(1 + 2 * 4);
  });

  it.each([24, 30, 49, 50, 64, 120])("fits into %i columns", (width) => {
    const text = learningCurves(columns([0.5, 0.3, 0.2, 0.15]), width, plain);
    const lines = text.split("\n");
    expect(Math.max(...lines.slice(1).map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(lines.filter((line) => line.includes("epoch 4"))).toHaveLength(width < 50 ? 2 : 1);
  });

  it("is a table when there is no room", () => {
    expect(learningCurves(columns([0.5, 0.3, 0.2]), 23, plain)).toMatch(/epoch +loss/);
  });

  it("is a table when there is no curve to speak of", () => {
    const text = learningCurves(columns([0.25]), 80, plain);
    expect(text.split("\n")[1]?.trim().split(/ {2,}/)).toEqual([
      "1",
      "0.2500",
      "75.00 %",
      "0.3500",
      "65.00 %",
    ]);
  });

  it("draws the mean absolute error of a regression in place of the accuracy", () => {
    const history = { loss: [9, 4, 1], mae: [3, 2, 1], valLoss: [9, 5, 2], valMae: [3, 2.5, 1.5] };
    expect(learningCurves(history, 80, plain)).toMatch(/loss +mae\n +9\.000 ┤.* 3\.000 ┤/);
    const last = learningCurves({ loss: [4], mae: [2], valLoss: [5], valMae: [2.5] }, 80, plain).split(
      "\n",
    )[1];
    expect(last?.trim().split(/ {2,}/)).toEqual(["1", "4.0000", "2.0000", "5.0000", "2.5000"]);
  });

  it("leaves the validation out where there is none", () => {
    expect(learningCurves({ loss: [1], accuracy: [0.5] }, 80, plain)).not.toContain("validation");
    expect(learningCurves({ loss: [3, 2, 1], accuracy: [0.1, 0.2, 0.3] }, 80, plain)).not.toContain(
      "validation",
    );
  });
});
