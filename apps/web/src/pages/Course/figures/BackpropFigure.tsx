import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { backpropagate } from "@minibatch/training";
import { numberText } from "../../../i18n/numberText.ts";
import { backpropMessages } from "./backpropMessages.ts";
import { BackpropLayer } from "./BackpropLayer.tsx";
import { type BackpropCell, backpropStart, originOf, steppedLayers, valueOfCell } from "./backpropNetwork.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";

const number = (name: string, fallback: number) => ({ name, min: -1, max: 1, step: 0.1, fallback });
const inputs = [number("in1", 1), number("in2", -0.5)];
const target = number("target", 1);

/** One sample through three layers and its error back, each number with the sum or product that it comes from. */
export const backpropFigure: LessonFigure = {
  id: "backprop",
  title: () => backpropMessages.value.backprop,
  View: BackpropFigure,
};

function BackpropFigure(): JSX.Element {
  const t = backpropMessages.value;
  const layers = useSignal(backpropStart);
  const steps = useSignal(0);
  const chosen = useSignal<BackpropCell>({ kind: "sum", layer: 0, unit: 0, from: 0 });
  const input = inputs.map(numberOf);
  const wanted = numberOf(target);
  const found = backpropagate(layers.value, input, [wanted]);
  const state = { layers: layers.value, input, target: wanted, found };
  const text = (value: number): string =>
    numberText(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const bracketed = (value: number): string => (value < 0 ? `(${text(value)})` : text(value));
  const cell = chosen.value;
  const step = (): void => {
    layers.value = steppedLayers(layers.value, found);
    steps.value += 1;
  };
  const reset = (): void => {
    layers.value = backpropStart;
    steps.value = 0;
  };
  return (
    <FigureFrame
      figure={backpropFigure}
      text={t.backpropText}
      controls={
        <>
          <ParameterSlider parameter={inputs[0] ?? target} label={t.input("1")} />
          <ParameterSlider parameter={inputs[1] ?? target} label={t.input("2")} />
          <ParameterSlider parameter={target} label={t.target} />
          <div class="row">
            <button type="button" onClick={step}>
              {t.step}
            </button>
            <button type="button" onClick={reset}>
              {t.reset}
            </button>
          </div>
        </>
      }
    >
      <p class="formula" role="status">
        {`${t[cell.kind]}: ${originOf(state, cell, bracketed)} = `}
        <strong data-value="backprop">{text(valueOfCell(state, cell))}</strong>
      </p>
      {layers.value.map((_, at) => (
        <BackpropLayer
          key={at}
          state={state}
          layer={at}
          chosen={cell}
          text={text}
          onChoose={(cell) => (chosen.value = cell)}
        />
      ))}
      <p class="formula">
        {`${t.lossAfter(steps.value)}: `}
        <strong data-value="backprop-loss">{numberText(found.loss, { maximumFractionDigits: 4 })}</strong>
      </p>
    </FigureFrame>
  );
}
