import { describe, expect, it } from "vitest";
import { predictedVersusActual } from "../src/plots/predictedVersusActual.ts";
import { drawPlot } from "./drawPlot.ts";

const training = { actual: [10, 40, 25], predicted: [10, 30, 25] };
const test = { actual: [50], predicted: [44] };

describe("predictedVersusActual(parts, { target })", () => {
  it("gives a row for each sample, with its residual", () => {
    const { rows } = predictedVersusActual({ training, test });
    expect(rows).toHaveLength(4);
    expect(rows[1]).toEqual({ part: "training", actual: 40, predicted: 30, residual: 10 });
    expect(rows[3]).toEqual({ part: "test", actual: 50, predicted: 44, residual: 6 });
  });

  it("draws the samples beside the diagonal, on which perfect predictions lie", async () => {
    const drawing = await drawPlot(predictedVersusActual({ training, test }, { target: "price" }));
    expect(drawing.words("axis-title")).toEqual(["predicted price", "actual price", "actual price"]);
    const [from, to, ...second] = drawing.items("line");
    expect(second).toHaveLength(2);
    const [perfect, low] = drawing.items("symbol");
    if (!from || !to || !perfect || !low) throw new Error("nothing drawn");
    const heightAt = (x: number) => from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y);
    expect(to.x - from.x).toBeCloseTo(from.y - to.y);
    expect(perfect.y).toBeCloseTo(heightAt(perfect.x));
    // Too low a prediction lies below the diagonal.
    expect(low.y).toBeGreaterThan(heightAt(low.x) + 5);
    // The diagonal reaches as far as the samples of all panels.
    expect(perfect).toMatchObject({ x: from.x, y: from.y });
  });
});
