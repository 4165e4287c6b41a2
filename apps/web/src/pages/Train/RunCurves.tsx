import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { learningCurves } from "@minibatch/training";
import { type Line, LineChart } from "../../charts/LineChart.tsx";
import { niceRange } from "../../charts/ticks.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import type { Training } from "../../state/training.ts";
import { trainMessages } from "./messages.ts";

/** Loss and accuracy of a run, batch by batch and epoch by epoch. */
export function RunCurves({ training, epochs }: RunCurvesProps): JSX.Element {
  const t = trainMessages.value;
  const { points, run } = training;
  const rows = useMemo(() => learningCurves(run.history).rows, [run.history]);
  const hasAccuracy = points.some(({ accuracy }) => accuracy !== undefined);
  const lines = (metric: "loss" | "accuracy"): Line[] => [
    {
      name: "live",
      style: "faint",
      points: points.flatMap(({ epoch, [metric]: y }) => (y === undefined ? [] : [{ x: epoch, y }])),
    },
    ...(["training", "validation"] as const).map((part): Line => {
      const own = rows.filter((row) => row.metric === metric && row.part === part);
      // Training is measured while the weights move, validation after the epoch.
      const shift = part === "training" ? 0.5 : 0;
      return {
        name: part === "training" ? t.training : t.validation,
        style: part === "training" ? "solid" : "dashed",
        points: own.map(({ epoch, value }) => ({ x: epoch - shift, y: value })),
        marked: true,
      };
    }),
  ];
  const x = { range: [0, Math.max(1, epochs)] as const, format: (value: number) => numberText(value) };
  const charts = [
    { metric: "loss" as const, title: t.loss, format: (value: number) => numberText(value) },
    ...(hasAccuracy
      ? [{ metric: "accuracy" as const, title: t.accuracy, format: (value: number) => percentText(value, 0) }]
      : []),
  ];
  return (
    <div class="curves">
      {charts.map(({ metric, title, format }) => {
        const drawn = lines(metric);
        const values = drawn.flatMap(({ points }) => points.map(({ y }) => y));
        const last = drawn.at(-1)?.points.at(-1)?.y ?? drawn[1]?.points.at(-1)?.y;
        const range: readonly [number, number] =
          metric === "loss"
            ? niceRange(0, Math.max(0.1, ...values), 4)
            : [Math.floor(Math.min(0.9, ...values) * 10) / 10, 1];
        const description =
          last === undefined
            ? t.noCurve
            : t.curve(
                metric === "loss" ? numberText(last) : percentText(last),
                numberText(run.history.loss.length),
              );
        return (
          <LineChart
            key={metric}
            title={title}
            description={description}
            lines={drawn}
            x={{ ...x, label: t.epoch, ticks: Math.min(5, Math.max(1, epochs)) }}
            y={{ range, format }}
          />
        );
      })}
    </div>
  );
}

interface RunCurvesProps {
  readonly training: Training;
  /** How many there will be. */
  readonly epochs: number;
}
