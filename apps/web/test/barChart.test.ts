// In a process of its own: the language is read from an address of its own.
import { expect, it, onTestFinished, vi } from "vitest";
import type { BarChartProps } from "../src/charts/BarChart.tsx";
import type { FigureProps } from "../src/charts/Figure.tsx";

/** What a chart of so many classes hands to the figure that it is. */
async function figureOf(classes: number): Promise<FigureProps> {
  // The language of the words stands in the address of the page.
  vi.stubGlobal("location", { hash: "#/data?lang=en" });
  vi.stubGlobal("navigator", { language: "en" });
  vi.stubGlobal("addEventListener", () => {});
  onTestFinished(() => void vi.unstubAllGlobals());
  const { BarChart } = await import("../src/charts/BarChart.tsx");
  const values = Array.from({ length: classes }, (_, index) => index);
  const props: BarChartProps = {
    title: "Classes",
    description: "",
    categories: values.map((index) => `class ${index}`),
    bars: [{ name: "Training", style: "solid", values }],
    format: String,
  };
  return BarChart(props).props as FigureProps;
}

it("BarChart(props) shows some of many categories alone, and says where a pointer is", async () => {
  const { zoom, draw } = await figureOf(100);
  expect(zoom?.whole).toEqual([0, 100]);
  expect(zoom?.text([10.2, 29.5])).toBe("class 10 to class 29");
  const { read, spanAt } = draw(600, [10.2, 29.5]);
  expect(read(54.5, 0)).toMatchObject({ title: "class 10", values: [{ value: "10" }] });
  expect(read(595, 0)).toMatchObject({ title: "class 29", values: [{ value: "29" }] });
  expect(spanAt?.(54, 596)).toEqual([10, 30]);
  expect(spanAt?.(54, 54 + 542 / 2)).toEqual([10, 20]);
  expect(draw(600, undefined).read(595, 0)?.title).toBe("class 99");
});

it("BarChart(props) of few categories has nothing to look at closer", async () => {
  const { zoom, draw } = await figureOf(10);
  expect(zoom).toBeUndefined();
  expect(draw(600, undefined).read(54.5, 0)?.title).toBe("class 0");
});
