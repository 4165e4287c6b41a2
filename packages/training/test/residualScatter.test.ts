import { expect, it } from "vitest";
import { residualScatter } from "../src/plots/residualScatter.ts";
import { drawPlot } from "./drawPlot.ts";

it("residualScatter(parts, { target }) draws what is left over, around the line of 0", async () => {
  const plot = residualScatter(
    { test: { actual: [20, 30, 25], predicted: [22, 29, 25] } },
    { target: "price" },
  );
  expect(plot.rows.map(({ residual }) => residual)).toEqual([-2, 1, 0]);
  const drawing = await drawPlot(plot);
  const [zero, ...more] = drawing.items("rule");
  const [below, above, on] = drawing.items("symbol");
  expect(more).toEqual([]);
  expect(on?.y).toBe(zero?.y);
  expect(above?.y).toBeLessThan(zero?.y ?? 0);
  expect((below?.y ?? 0) - (zero?.y ?? 0)).toBeCloseTo(2 * ((zero?.y ?? 0) - (above?.y ?? 0)));
  expect(drawing.words("axis-title")).toEqual(["actual less predicted", "predicted price"]);
});
