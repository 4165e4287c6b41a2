// In a process of its own: it puts other hooks in place, and the language is read from an address of its own.
import { expect, it, onTestFinished, vi } from "vitest";
import type { FigureProps } from "../src/charts/Figure.tsx";
import type { LineChartProps } from "../src/charts/LineChart.tsx";

vi.mock("preact/hooks", async (original) => ({ ...(await original<object>()), useId: () => "clip" }));

/** What a chart of a line with a point each step, and of one from the first to the last, hands to the figure that it is. */
async function figureOf(steps: number, level: number): Promise<FigureProps> {
  // The language of the words stands in the address of the page.
  vi.stubGlobal("location", { hash: "#/course?lang=en" });
  vi.stubGlobal("navigator", { language: "en" });
  vi.stubGlobal("addEventListener", () => {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const { LineChart } = await import("../src/charts/LineChart.tsx");
  const props: LineChartProps = {
    title: "Means",
    description: "",
    lines: [
      {
        name: "mean",
        style: "solid",
        points: Array.from({ length: steps }, (_, step) => ({ x: step, y: (step % 2) / 10 })),
      },
      {
        name: "level",
        style: "dashed",
        points: [
          { x: 0, y: level },
          { x: steps - 1, y: level },
        ],
      },
    ],
    x: { range: [0, steps - 1], format: String },
    y: { range: [-10, 10], format: String },
  };
  return LineChart(props).props as FigureProps;
}

it("LineChart(props) is as high, where a part is looked at, as all lines that cross it, with a point there or not", async () => {
  const { draw } = await figureOf(100, 8);
  const { content, height } = draw(600, [40, 50]);
  const paths = JSON.stringify(content).match(/M-?[\d.]+ -?[\d.]+L[^"]*/g) ?? [];
  const heights = paths.map((path) => [...path.matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y)));
  expect(heights).toHaveLength(2);
  for (const y of heights.flat()) {
    expect(y).toBeGreaterThanOrEqual(8);
    expect(y).toBeLessThanOrEqual(height - 34);
  }
});
