import type { ComponentChildren, JSX } from "preact";
import { extent } from "../../../charts/extent.ts";
import { LineChart } from "../../../charts/LineChart.tsx";
import { niceRange } from "../../../charts/ticks.ts";
import { numberText } from "../../../i18n/numberText.ts";
import { DropoutDiagram } from "./DropoutDiagram.tsx";
import { dropoutMessages } from "./dropoutMessages.ts";
import { dropoutSteps, type DropoutUnit, sumOfAll } from "./dropoutSteps.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { OwnRunChoice } from "./OwnRunChoice.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";
import type { OwnRun } from "./useOwnRun.ts";

const rate = { name: "left", min: 0, max: 0.9, step: 0.1, fallback: 0.5 };
const steps = { name: "turns", min: 1, max: 400, step: 1, fallback: 20 };

/** Dropout among some units, whosever they are. */
export function DropoutView(props: DropoutViewProps): JSX.Element {
  const { figure, own, units } = props;
  const t = dropoutMessages.value;
  const count = numberOf(steps);
  const made = dropoutSteps(units, numberOf(rate), count);
  const last = made.at(-1) ?? { isKept: [], added: [], sum: 0 };
  const whole = sumOfAll(units);
  const text = (value: number): string =>
    numberText(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  let total = 0;
  const means = made.map(({ sum }, at) => {
    total += sum;
    return { x: at + 1, y: total / (at + 1) };
  });
  const values = [
    { name: t.sum, key: "dropout", value: last.sum },
    { name: t.mean, key: "dropout-mean", value: means.at(-1)?.y ?? 0 },
    { name: t.whole, key: "dropout-whole", value: whole },
  ];
  // Those of the lesson always have the same height, so that one sees what a slider does; the reader's have that of their sums.
  const [low, high] = extent([...means.map(({ y }) => y), whole], [0, 0]);
  return (
    <FigureFrame
      figure={figure}
      text={props.text}
      controls={
        <>
          <OwnRunChoice own={own} />
          {props.controls}
          <ParameterSlider parameter={rate} label={t.rate} />
          <ParameterSlider parameter={steps} label={t.steps} />
        </>
      }
    >
      {props.children}
      <DropoutDiagram
        units={units}
        step={last}
        label={t.drawing(numberText(last.isKept.filter(Boolean).length), numberText(last.isKept.length))}
      />
      {values.map(({ name, key, value }) => (
        <p key={key} class="formula">
          {`${name}: `}
          <strong data-value={key}>{text(value)}</strong>
        </p>
      ))}
      <LineChart
        title={t.mean}
        description={text(means.at(-1)?.y ?? 0)}
        lines={[
          { name: t.mean, style: "solid", points: means },
          {
            name: t.whole,
            style: "dashed",
            points: [
              { x: 1, y: whole },
              { x: Math.max(2, count), y: whole },
            ],
          },
        ]}
        x={{
          range: [1, Math.max(2, count)],
          format: (value) => numberText(Math.round(value)),
          label: t.step,
        }}
        y={{
          range: own.shown ? niceRange(low, high, 4) : [Math.min(-2, low), Math.max(5, high)],
          format: (value) => numberText(value),
        }}
      />
    </FigureFrame>
  );
}

interface DropoutViewProps {
  readonly figure: Pick<LessonFigure, "id" | "title">;
  readonly own: OwnRun;
  /** What the figure says of itself. */
  readonly text: string;
  readonly units: readonly DropoutUnit[];
  /** Beside the sliders. */
  readonly controls?: ComponentChildren;
  /** Above the units. */
  readonly children?: ComponentChildren;
}
