import type { JSX } from "preact";
import { LineChart } from "../../../charts/LineChart.tsx";
import { numberText } from "../../../i18n/numberText.ts";
import { setParameters } from "../../../state/route.ts";
import { activationNames, activationOf, activationTitles } from "./activationList.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { choiceOf, numberOf } from "./parameters.ts";

const input = { name: "x", min: -4, max: 4, step: 0.1, fallback: 1 };
const alphaOf = (fallback: number) => ({ name: "alpha", min: 0, max: 2, step: 0.05, fallback });
const curveX = Array.from({ length: 161 }, (_, at) => -4 + at / 20);

/** The curve of an activation function, and a point on it. */
export const activationFigure: LessonFigure = {
  id: "activation",
  title: () => figureMessages.value.activations,
  View: ActivationFigure,
};

function ActivationFigure(): JSX.Element {
  const t = figureMessages.value;
  const name = choiceOf("function", activationNames);
  const alpha = alphaOf(name === "leaky" ? 0.1 : 1);
  const activation = activationOf(name, numberOf(alpha));
  const x = numberOf(input);
  const y = activation(x);
  const text = (value: number): string => numberText(value, { maximumFractionDigits: 3 });
  return (
    <FigureFrame
      figure={activationFigure}
      text={t.activationsText}
      controls={
        <>
          <ParameterChoice
            name="function"
            label={t.activation}
            value={name}
            choices={activationNames.map((value) => ({ value, text: activationTitles[value] }))}
            onChange={(value) => setParameters({ function: value, alpha: undefined })}
          />
          <ParameterSlider parameter={input} label={t.sumIn} />
          {(name === "leaky" || name === "elu") && <ParameterSlider parameter={alpha} label={t.alpha} />}
        </>
      }
    >
      <LineChart
        title={activationTitles[name]}
        description={`${text(x)} → ${text(y)}`}
        lines={[
          {
            name: activationTitles[name],
            style: "solid",
            points: curveX.map((at) => ({ x: at, y: activation(at) })),
          },
          { name: t.point, style: "dashed", points: [{ x, y }], marked: true },
        ]}
        x={{ range: [-4, 4], format: (value) => numberText(value), ticks: 8 }}
        y={{ range: [-2, 4], format: (value) => numberText(value), ticks: 6 }}
      />
      <p class="formula">
        {`${activationTitles[name]}(${text(x)}) = `}
        <strong data-value="activation">{text(y)}</strong>
      </p>
    </FigureFrame>
  );
}
