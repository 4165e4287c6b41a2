import type { JSX } from "preact";
import { oneCycle } from "@minibatch/training";
import { LineChart } from "../../../charts/LineChart.tsx";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";

/** The steps of the guide's program: 30 batches in each of six epochs. */
export const scheduleSteps = 180;
/** The share of the steps in which the rate rises. */
export const scheduleWarmUp = { name: "warmup", min: 0.05, max: 0.95, step: 0.05, fallback: 0.5 };
const highest = { name: "highest", min: 0.001, max: 0.02, step: 0.001, fallback: 0.01 };

/** One cycle of the learning rate: up, then down to nothing. */
export const scheduleFigure: LessonFigure = {
  id: "schedule",
  title: () => figureMessages.value.schedule,
  View: ScheduleFigure,
};

function ScheduleFigure(): JSX.Element {
  const t = figureMessages.value;
  const [maxLearningRate, warmUp] = [numberOf(highest), numberOf(scheduleWarmUp)];
  const rateAt = oneCycle({ maxLearningRate, warmUp, steps: scheduleSteps });
  const points = Array.from({ length: scheduleSteps }, (_, step) => ({ x: step, y: rateAt(step, 0) }));
  const peak = numberText(Math.round(warmUp * scheduleSteps) - 1);
  return (
    <FigureFrame
      figure={scheduleFigure}
      text={t.scheduleText}
      controls={
        <>
          <ParameterSlider parameter={highest} label={t.highestRate} />
          <ParameterSlider parameter={scheduleWarmUp} label={t.warmUp} />
        </>
      }
    >
      <LineChart
        title={t.schedule}
        description={t.scheduleLabel(percentText(warmUp, 0), numberText(maxLearningRate))}
        lines={[{ name: t.rate, style: "solid", points }]}
        x={{ range: [0, scheduleSteps], format: (value) => numberText(value), label: t.step }}
        y={{ range: [0, highest.max], format: (value) => numberText(value, { maximumFractionDigits: 3 }) }}
      />
      <p class="formula">
        {`${t.highestAt}: `}
        <strong data-value="schedule">{peak}</strong>
      </p>
    </FigureFrame>
  );
}
