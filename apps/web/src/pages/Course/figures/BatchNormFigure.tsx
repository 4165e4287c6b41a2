import type { JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";
import { batchNormMessages } from "./batchNormMessages.ts";
import { BatchNormRows } from "./BatchNormRows.tsx";
import { batchNormEpsilon, normalizeBatch, ringed } from "./batchNormUnit.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";

const centre = { name: "centre", min: -5, max: 5, step: 0.1, fallback: 4 };
const spread = { name: "spread", min: 0.1, max: 3, step: 0.1, fallback: 2 };
const scale = { name: "scale", min: -3, max: 3, step: 0.1, fallback: 1 };
const shift = { name: "move", min: -3, max: 3, step: 0.1, fallback: 0 };
const steps = { name: "seen", min: 0, max: 1000, step: 10, fallback: 50 };

/** A batch that is brought to mean 0 and deviation 1, and what its averages make of it later. */
export const batchNormFigure: LessonFigure = {
  id: "batch-normalization",
  title: () => batchNormMessages.value.batchNorm,
  View: BatchNormFigure,
};

function BatchNormFigure(): JSX.Element {
  const t = batchNormMessages.value;
  const settings = {
    mean: numberOf(centre),
    deviation: numberOf(spread),
    scale: numberOf(scale),
    shift: numberOf(shift),
    steps: numberOf(steps),
  };
  const { before, mean, variance, inTraining, average, later } = normalizeBatch(settings);
  const text = (value: number): string =>
    numberText(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const bracketed = (value: number): string => (value < 0 ? `(${text(value)})` : text(value));
  const formula = (of: { readonly mean: number; readonly variance: number }): string =>
    `(${text(before[ringed] ?? 0)} − ${bracketed(of.mean)}) / √(${text(of.variance)} + ${numberText(batchNormEpsilon)}) × ${bracketed(settings.scale)} + ${bracketed(settings.shift)} = `;
  const [now = 0, then = 0] = [inTraining[ringed], later[ringed]];
  const isSettled = Math.abs(now - then) < 0.01;
  return (
    <FigureFrame
      figure={batchNormFigure}
      text={t.batchNormText}
      controls={
        <>
          <ParameterSlider parameter={centre} label={t.mean} />
          <ParameterSlider parameter={spread} label={t.deviation} />
          <ParameterSlider parameter={scale} label={t.scale} />
          <ParameterSlider parameter={shift} label={t.shift} />
          <ParameterSlider parameter={steps} label={t.steps} />
        </>
      }
    >
      <BatchNormRows
        label={t.drawing(text(mean), text(Math.sqrt(variance)))}
        rows={[
          { name: t.before, values: before },
          { name: t.batch, values: inTraining },
          { name: t.running, values: later },
        ]}
      />
      <p class="formula">
        {`${t.formula}: ${formula({ mean, variance })}`}
        <strong data-value="batch-norm">{text(now)}</strong>
      </p>
      <p class="formula">
        {`${t.later}: ${formula(average)}`}
        <strong data-value="batch-norm-later">{text(then)}</strong>
      </p>
      <p class="quiet">{isSettled ? t.settled : t.unsettled}</p>
    </FigureFrame>
  );
}
