import "./runCurves.css";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { History } from "@minibatch/training";
import { extent } from "../../charts/extent.ts";
import { type Line, LineChart } from "../../charts/LineChart.tsx";
import { spread } from "../../state/spread.ts";
import { stepDigits } from "../../i18n/stepDigits.ts";
import { niceRange } from "../../charts/ticks.ts";
import { tickText } from "../../charts/tickText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import type { CurvePoint } from "../../state/curvePoints.ts";
import { trainMessages } from "./messages.ts";

/** Loss and accuracy of a run, batch by batch and epoch by epoch. */
export function RunCurves({ points, history, epochs }: RunCurvesProps): JSX.Element {
  const t = trainMessages.value;
  const drawn = useMemo(() => {
    const lines = (metric: Metric): Line[] => epochLines(history, metric);
    return { loss: lines("loss"), accuracy: lines("accuracy") };
  }, [history]);
  const hasAccuracy = points.some(({ accuracy }) => accuracy !== undefined);
  const lines = (metric: Metric): Line[] => [
    {
      name: "live",
      style: "faint",
      points: points.flatMap(({ epoch, [metric]: y }) => (y === undefined ? [] : [{ x: epoch, y }])),
    },
    ...drawn[metric].map((line) => ({ ...line, name: line.style === "solid" ? t.training : t.validation })),
  ];
  const x = {
    range: [0, Math.max(1, epochs)] as const,
    format: (value: number) => numberText(value),
    // Training has its mark in the middle of the epoch.
    exact: (value: number) => numberText(Math.ceil(value)),
  };
  const charts = [
    {
      metric: "loss" as const,
      title: t.loss,
      format: tickText,
      exact: (value: number) => numberText(value, { maximumSignificantDigits: 4 }),
    },
    ...(hasAccuracy
      ? [
          {
            metric: "accuracy" as const,
            title: t.accuracy,
            format: (value: number, step?: number) => percentText(value, stepDigits(step && step * 100, 0)),
            exact: (value: number) => percentText(value),
          },
        ]
      : []),
  ];
  return (
    <div class="curves">
      {charts.map(({ metric, title, format, exact }) => {
        const shown = lines(metric);
        const values = shown.flatMap(({ points }) => points.map(({ y }) => y));
        const [least, most] = extent(values, [0.9, 0.1]);
        const last = shown.at(-1)?.points.at(-1)?.y ?? shown[1]?.points.at(-1)?.y;
        const range: readonly [number, number] =
          metric === "loss" ? niceRange(0, most, 4) : [Math.floor(least * 10) / 10, 1];
        const description =
          last === undefined
            ? t.noCurve
            : t.curve(metric === "loss" ? numberText(last) : percentText(last), history.loss.length);
        return (
          <LineChart
            key={metric}
            title={title}
            description={description}
            lines={shown}
            x={{ ...x, label: t.epoch, ticks: Math.min(5, Math.max(1, epochs)) }}
            y={{ range, format, exact }}
            table={false}
          />
        );
      })}
    </div>
  );
}

type Metric = "loss" | "accuracy";

/** So many points show all that a chart can; of more, some are left out, and none has a mark. */
const mostPoints = 400;
const mostMarks = 60;

/** Training and validation after each epoch; the names come with the language. */
function epochLines(history: History, metric: Metric): Line[] {
  const validation = metric === "loss" ? "valLoss" : "valAccuracy";
  return ([metric, validation] as const).map((column) => {
    const values = history[column] ?? [];
    // Training is measured while the weights move, validation after the epoch.
    const shift = column === metric ? 0.5 : 1;
    return {
      name: column,
      style: column === metric ? "solid" : "dashed",
      points: spread(values.length, mostPoints)
        .map((index) => ({ x: index + shift, y: values[index] as number }))
        .filter(({ y }) => Number.isFinite(y)),
      marked: values.length <= mostMarks,
    };
  });
}

interface RunCurvesProps {
  /** Between the epochs. */
  readonly points: readonly CurvePoint[];
  /** After each. */
  readonly history: History;
  /** How many there will be. */
  readonly epochs: number;
}
