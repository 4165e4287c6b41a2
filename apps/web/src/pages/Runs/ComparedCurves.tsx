import "../Train/runCurves.css";
import type { JSX } from "preact";
import { extent } from "../../charts/extent.ts";
import { LineChart } from "../../charts/LineChart.tsx";
import { spread } from "../../state/spread.ts";
import { stepDigits } from "../../i18n/stepDigits.ts";
import { niceRange } from "../../charts/ticks.ts";
import { tickText } from "../../charts/tickText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { trainMessages } from "../Train/messages.ts";
import { runsMessages } from "./messages.ts";

/** The curves of several runs over each other, a figure for each thing that was measured. */
export function ComparedCurves({ runs, names, part }: ComparedCurvesProps): JSX.Element {
  const t = runsMessages.value;
  const m = trainMessages.value;
  const measured = metrics.filter(({ training }) => runs.some(({ history }) => history[training]));
  const left = names.filter((_, index) => part === "validation" && !runs[index]?.history.valLoss);
  return (
    <>
      <div class="curves">
        {measured.map((metric) => {
          const lines = runs.map(({ history }, index) => ({
            name: names[index] ?? "",
            style: "solid" as const,
            series: index,
            points: pointsOf(history[metric[part]]),
          }));
          const values = lines.flatMap(({ points }) => points.map(({ y }) => y));
          const [least, most] = extent(values, [Number.POSITIVE_INFINITY, 0]);
          const epochs = Math.max(1, ...runs.map(({ history }) => history.loss.length));
          const isShare = metric.training === "accuracy";
          return (
            <LineChart
              key={metric.training}
              title={m[metric[part]]}
              description={t.overlay(numberText(runs.length))}
              lines={lines.filter(({ points }) => points.length > 0)}
              x={{
                range: [0, epochs],
                format: (value) => numberText(value),
                label: m.epoch,
                ticks: Math.min(5, epochs),
              }}
              y={{
                range: isShare ? [Math.min(0.9, Math.floor(least * 10) / 10), 1] : niceRange(0, most, 4),
                format: (value, step) =>
                  isShare ? percentText(value, stepDigits(step && step * 100, 0)) : tickText(value, step),
                exact: (value) =>
                  isShare ? percentText(value) : numberText(value, { maximumSignificantDigits: 4 }),
              }}
            />
          );
        })}
      </div>
      {left.length > 0 && <p class="quiet small">{t.notValidated(left.join(t.listJoin))}</p>}
    </>
  );
}

const metrics = [
  { training: "loss", validation: "valLoss" },
  { training: "accuracy", validation: "valAccuracy" },
  { training: "mae", validation: "valMae" },
] as const;

/** So many points show all that a chart can. */
const mostPoints = 400;

function pointsOf(values: readonly number[] = []): readonly { readonly x: number; readonly y: number }[] {
  return spread(values.length, mostPoints)
    .map((index) => ({ x: index + 1, y: values[index] as number }))
    .filter(({ y }) => Number.isFinite(y));
}

interface ComparedCurvesProps {
  readonly runs: readonly StoredRun[];
  /** What they are called, each in another way. */
  readonly names: readonly string[];
  readonly part: "training" | "validation";
}
