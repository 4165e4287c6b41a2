import type { JSX } from "preact";
import { sumOfSquaredErrors } from "@minibatch/training";
import { numberText } from "../../../i18n/numberText.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { type NumberParameter, numberOf } from "./parameters.ts";

const output = (name: string, fallback: number): NumberParameter => ({
  name,
  min: 0,
  max: 1,
  step: 0.01,
  fallback,
});
const outputs = [output("cat", 0.37), output("dog", 0.5), output("other", 0.13)];
const target = [1, 0, 0];

/** How far three outputs are from what they should be. */
export const lossFigure: LessonFigure = {
  id: "loss",
  title: () => figureMessages.value.loss,
  View: LossFigure,
};

function LossFigure(): JSX.Element {
  const t = figureMessages.value;
  const names = [t.cat, t.dog, t.other];
  const predicted = outputs.map(numberOf);
  const text = (value: number): string =>
    numberText(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  return (
    <FigureFrame
      figure={lossFigure}
      text={t.lossText}
      controls={outputs.map((parameter, index) => (
        <ParameterSlider key={parameter.name} parameter={parameter} label={t.outputOf(names[index] ?? "")} />
      ))}
    >
      <table class="errors">
        <thead>
          <tr>
            <th scope="col">{t.class}</th>
            <th scope="col" class="number">
              {t.target}
            </th>
            <th scope="col" class="number">
              {t.output}
            </th>
            <th scope="col" class="number">
              {t.squaredError}
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, index) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{numberText(target[index] ?? 0)}</td>
              <td class="number">{numberText(predicted[index] ?? 0, { minimumFractionDigits: 2 })}</td>
              <td class="number">
                {text(sumOfSquaredErrors([target[index] ?? 0], [predicted[index] ?? 0]))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="formula">
        {`${t.sumOfSquares} = `}
        <strong data-value="loss">{text(sumOfSquaredErrors(target, predicted))}</strong>
      </p>
    </FigureFrame>
  );
}
