import type { JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";
import { activationNames, activationOf, activationTitles } from "./activationList.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { NeuronDiagram } from "./NeuronDiagram.tsx";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { choiceOf, type NumberParameter, numberOf } from "./parameters.ts";

const parameter = (name: string, fallback: number): NumberParameter => ({
  name,
  min: -2,
  max: 2,
  step: 0.1,
  fallback,
});
const inputs = [parameter("x1", 1), parameter("x2", 0.5)];
const weights = [parameter("w1", 0.8), parameter("w2", -1.2)];
const bias = parameter("bias", 0.1);

/** Inputs times weights, plus bias, through the activation. */
export const neuronFigure: LessonFigure = {
  id: "neuron",
  title: () => figureMessages.value.neuron,
  View: NeuronFigure,
};

function NeuronFigure(): JSX.Element {
  const t = figureMessages.value;
  const name = choiceOf("neuron", activationNames);
  const x = inputs.map(numberOf);
  const w = weights.map(numberOf);
  const b = numberOf(bias);
  const sum = x.reduce((total, value, index) => total + value * (w[index] ?? 0), b);
  const output = activationOf(name, 0.1)(sum);
  const two = (value: number): string => numberText(value, { maximumFractionDigits: 2 });
  const terms = x.map((value, index) => `${signed(value)}\u00A0×\u00A0${signed(w[index] ?? 0)}`).join(" + ");
  return (
    <FigureFrame
      figure={neuronFigure}
      text={t.neuronText}
      controls={
        <>
          {inputs.map((input, index) => (
            <ParameterSlider key={input.name} parameter={input} label={t.input(String(index + 1))} />
          ))}
          {weights.map((weight, index) => (
            <ParameterSlider key={weight.name} parameter={weight} label={t.weight(String(index + 1))} />
          ))}
          <ParameterSlider parameter={bias} label={t.bias} />
          <ParameterChoice
            name="neuron"
            label={t.activation}
            value={name}
            choices={activationNames.map((value) => ({ value, text: activationTitles[value] }))}
          />
        </>
      }
    >
      <NeuronDiagram inputs={x} weights={w} bias={b} sum={sum} output={output} activation={name} />
      <p class="formula">{`${terms} + ${signed(b)} = ${two(sum)}`}</p>
      <p class="formula">
        {`${activationTitles[name]}(${two(sum)}) = `}
        <strong data-value="neuron">{numberText(output, { maximumFractionDigits: 3 })}</strong>
      </p>
    </FigureFrame>
  );
}

/** A number within a sum or product: in brackets where it is negative. */
function signed(value: number): string {
  const text = numberText(value, { maximumFractionDigits: 2 });
  return value < 0 ? `(${text})` : text;
}
