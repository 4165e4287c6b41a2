import type { JSX } from "preact";
import { LineChart } from "../../../charts/LineChart.tsx";
import { numberText } from "../../../i18n/numberText.ts";
import { DropoutDiagram } from "./DropoutDiagram.tsx";
import { dropoutMessages } from "./dropoutMessages.ts";
import { dropoutSteps, dropoutWhole } from "./dropoutSteps.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";

const rate = { name: "left", min: 0, max: 0.9, step: 0.1, fallback: 0.5 };
const steps = { name: "turns", min: 1, max: 400, step: 1, fallback: 20 };

/** Which units a step of training leaves out, and why the sum behind them stays what it is on average. */
export const dropoutFigure: LessonFigure = {
  id: "dropout",
  title: () => dropoutMessages.value.dropout,
  View: DropoutFigure,
};

function DropoutFigure(): JSX.Element {
  const t = dropoutMessages.value;
  const count = numberOf(steps);
  const made = dropoutSteps(numberOf(rate), count);
  const last = made.at(-1) ?? { isKept: [], added: [], sum: 0 };
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
    { name: t.whole, key: "dropout-whole", value: dropoutWhole },
  ];
  return (
    <FigureFrame
      figure={dropoutFigure}
      text={t.dropoutText}
      controls={
        <>
          <ParameterSlider parameter={rate} label={t.rate} />
          <ParameterSlider parameter={steps} label={t.steps} />
        </>
      }
    >
      <DropoutDiagram
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
              { x: 1, y: dropoutWhole },
              { x: Math.max(2, count), y: dropoutWhole },
            ],
          },
        ]}
        x={{
          range: [1, Math.max(2, count)],
          format: (value) => numberText(Math.round(value)),
          label: t.step,
        }}
        y={{ range: [-2, 5], format: (value) => numberText(value) }}
      />
    </FigureFrame>
  );
}
