import type { JSX } from "preact";
import { gradientDescentPath } from "@minibatch/training";
import { LineChart } from "../../../charts/LineChart.tsx";
import { numberText } from "../../../i18n/numberText.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";

const start = { name: "start", min: -0.3, max: 1.6, step: 0.01, fallback: 0.38 };
/** The slider of the learning rate, as the address has it. */
export const descentRate = { name: "rate", min: 0.01, max: 1.1, step: 0.01, fallback: 0.01 };
const steps = { name: "steps", min: 1, max: 30, step: 1, fallback: 1 };

/** The best weight: at 0.38 the slope of the parabola about it is the -0.55 of the courses. */
const best = 0.655;
const loss = (weight: number): number => (weight - best) ** 2;
const gradient = (weight: number): number => 2 * (weight - best);
const [low, high] = [-0.4, 1.7];
const curve = Array.from({ length: 85 }, (_, at) => {
  const x = low + (at / 84) * (high - low);
  return { x, y: loss(x) };
});

/** A weight that walks down its loss, or out of the valley where the steps are too long. */
export const descentFigure: LessonFigure = {
  id: "descent",
  title: () => figureMessages.value.descent,
  View: DescentFigure,
};

function DescentFigure(): JSX.Element {
  const t = figureMessages.value;
  const [from, learningRate, count] = [numberOf(start), numberOf(descentRate), numberOf(steps)];
  const { rows } = gradientDescentPath(loss, gradient, { start: from, learningRate, steps: count });
  const last = rows.at(-1);
  const next = rows[1]?.weight ?? from;
  const text = (value: number): string => numberText(value, { maximumFractionDigits: 4 });
  const diverges = learningRate > 1;
  return (
    <FigureFrame
      figure={descentFigure}
      text={t.descentText}
      controls={
        <>
          <ParameterSlider parameter={start} label={t.startWeight} />
          <ParameterSlider parameter={descentRate} label={t.rate} />
          <ParameterSlider parameter={steps} label={t.steps} />
        </>
      }
    >
      <LineChart
        title={t.lossOfWeight}
        description={t.descentLabel(count, text(last?.weight ?? from), text(last?.loss ?? 0))}
        lines={[
          { name: t.loss, style: "dashed", points: curve },
          {
            name: t.path,
            style: "solid",
            points: rows.map(({ weight, loss }) => ({ x: weight, y: loss })),
            marked: true,
          },
        ]}
        x={{ range: [low, high], format: (value) => numberText(value), label: t.weightAxis }}
        y={{ range: [0, 1.2], format: (value) => numberText(value) }}
      />
      <p class="formula">
        {`${text(from)} − ${text(learningRate)} × ${bracketed(text(gradient(from)))} = `}
        <strong data-value="descent">{text(next)}</strong>
      </p>
      <p class="quiet">
        {diverges ? t.diverges : t.after(numberText(count), text(last?.weight ?? from), text(best))}
      </p>
    </FigureFrame>
  );
}

function bracketed(text: string): string {
  return /^[0-9]/.test(text) ? text : `(${text})`;
}
