import type { History } from "@minibatch/training";
import type { Colour } from "./colour.ts";
import { lineChart } from "./lineChart.ts";
import { metricOf } from "./metricText.ts";
import { decimalText, percentText } from "./numberText.ts";
import { table } from "./table.ts";

/** Fewer epochs than this make no curve: a table says more. */
const CURVE_EPOCHS = 3;
/** A chart is no wider than it needs be, and shows nothing where it is narrower. */
const CHART_WIDTHS = { most: 46, least: 24 };
const GAP = 2;

/**
 * The learning curves for a terminal: loss and metric side by side, below each other in a narrow one, or a table when there are
 * few epochs or no room.
 *
 * @param width the columns of the terminal
 */
export function learningCurves(history: History, width: number, colour: Colour): string {
  if (history.loss.length < CURVE_EPOCHS || width < CHART_WIDTHS.least) return epochTable(history, colour);
  const training = { mark: colour.cyan("●"), trail: colour.dim("·") };
  const validation = { mark: colour.yellow("○"), trail: colour.dim("·") };
  const half = Math.floor((width - GAP) / 2);
  const beside = half >= CHART_WIDTHS.least;
  const panel = Math.min(CHART_WIDTHS.most, beside ? half : width);
  const chart = (title: string, key: string, format: (value: number) => string) =>
    lineChart(
      [
        { values: history[key] ?? [], ...training },
        { values: history[`val${key.charAt(0).toUpperCase()}${key.slice(1)}`] ?? [], ...validation },
      ],
      { title, width: panel, height: 9, format },
    );
  const left = chart("loss", "loss", (value) => value.toFixed(3));
  const metric = metricOf(history);
  const right =
    metric === undefined
      ? []
      : chart(metric, metric, (value) => (metric === "mae" ? value.toFixed(3) : percentText(value, 1)));
  const legend = `${training.mark} training${history.valLoss ? `  ${validation.mark} validation` : ""}`;
  const lines = beside
    ? left.map((line, index) => `${line}${" ".repeat(GAP)}${right[index] ?? ""}`)
    : [...left, ...right];
  return `${colour.bold("Learning curves")}  ${legend}\n${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

function epochTable(history: History, colour: Colour): string {
  const columns = [
    { head: "loss", values: history.loss, text: decimalText },
    { head: "accuracy", values: history.accuracy, text: percentText },
    { head: "mae", values: history["mae"], text: decimalText },
    { head: "validation loss", values: history.valLoss, text: decimalText },
    { head: "validation accuracy", values: history.valAccuracy, text: percentText },
    { head: "validation mae", values: history["valMae"], text: decimalText },
  ].filter((column) => column.values !== undefined);
  const rows = history.loss.map((_, epoch) => [
    String(epoch + 1),
    ...columns.map(({ values, text }) => text(values?.[epoch] ?? Number.NaN)),
  ]);
  const header = ["epoch", ...columns.map((column) => column.head)];
  return table(
    header,
    rows,
    Array.from(header, () => "right" as const),
    colour.bold,
  );
}
