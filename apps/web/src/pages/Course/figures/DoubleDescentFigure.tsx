import type { JSX } from "preact";
import { LineChart } from "../../../charts/LineChart.tsx";
import { failureText } from "../../../i18n/failureText.ts";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import { descending } from "../../../state/descending.ts";
import type { DescentSize } from "../../../worker/descent/descentCurve.ts";
import { doubleDescentMessages } from "./doubleDescentMessages.ts";
import { DoubleDescentTable } from "./DoubleDescentTable.tsx";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { choiceOf } from "./parameters.ts";

const digitCounts = ["100", "50", "200"] as const;
const noises = ["20", "0", "40"] as const;
const penalties = ["none", "some"] as const;
/** What the choices mean: so little that it only makes the solution one, or a mild decay. */
const penaltyOf = { none: 1e-6, some: 1 } as const;

/** Networks of more and more units on the same few digits: worse up to as many units as digits, and better again beyond. */
export const doubleDescentFigure: LessonFigure = {
  id: "double-descent",
  title: () => doubleDescentMessages.value.doubleDescent,
  View: DoubleDescentFigure,
};

function DoubleDescentFigure(): JSX.Element {
  const t = doubleDescentMessages.value;
  const digits = choiceOf("digits", digitCounts);
  const noise = choiceOf("lot", noises);
  const penalty = choiceOf("decay", penalties);
  const training = descending.trainings.value[0];
  const sizes = training?.events ?? [];
  const last = sizes.at(-1);
  const isRunning = training?.status === "running";
  const points = (value: (size: DescentSize) => number) =>
    sizes.map((size) => ({ x: Math.log10(size.units), y: value(size) }));
  const unitsText = (power: number): string => numberText(Math.round(10 ** power));
  const counts = [...digitCounts].sort((a, b) => Number(a) - Number(b));
  const shares = [...noises].sort((a, b) => Number(a) - Number(b));
  const measure = (): void =>
    void descending.start({
      samples: Number(digits),
      noise: Number(noise) / 100,
      penalty: penaltyOf[penalty],
    });
  return (
    <FigureFrame
      figure={doubleDescentFigure}
      text={t.doubleDescentText}
      controls={
        <>
          <ParameterChoice
            name="digits"
            label={t.digits}
            value={digits}
            choices={counts.map((value) => ({ value, text: numberText(Number(value)) }))}
          />
          <ParameterChoice
            name="lot"
            label={t.noise}
            value={noise}
            choices={shares.map((value) => ({ value, text: percentText(Number(value) / 100, 0) }))}
          />
          <ParameterChoice
            name="decay"
            label={t.penalty}
            value={penalty}
            choices={penalties.map((value) => ({ value, text: t[value] }))}
          />
          <div class="row">
            <button type="button" disabled={isRunning} onClick={measure}>
              {isRunning ? t.measuring : t.measure}
            </button>
          </div>
        </>
      }
    >
      <LineChart
        title={t.wrong}
        description={
          last
            ? t.label(numberText(last.units), percentText(last.seen), percentText(last.unseen))
            : t.notMeasured
        }
        lines={[
          { name: t.seen, style: "solid", points: points(({ seen }) => seen) },
          { name: t.unseen, style: "dashed", points: points(({ unseen }) => unseen), marked: true },
        ]}
        x={{ range: [Math.log10(5), Math.log10(1000)], format: unitsText, label: t.units, ticks: 3 }}
        y={{ range: [0, 0.6], format: (value) => percentText(value, 0) }}
      />
      {training?.failure && <p role="alert">{`${t.failed}: ${failureText(training.failure)}`}</p>}
      {training?.status === "done" ? (
        <DoubleDescentTable samples={training.input.samples} sizes={sizes} />
      ) : (
        !training && <p class="quiet">{t.notMeasured}</p>
      )}
    </FigureFrame>
  );
}
