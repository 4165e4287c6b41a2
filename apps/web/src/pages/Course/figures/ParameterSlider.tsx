import type { JSX } from "preact";
import { Slider } from "../../../components/Slider.tsx";
import { type NumberParameter, numberOf, setNumber } from "./parameters.ts";

/** A slider for a number in the address. */
export function ParameterSlider({ parameter, label }: ParameterSliderProps): JSX.Element {
  const { min, max, step } = parameter;
  return (
    <Slider
      label={label}
      value={numberOf(parameter)}
      min={min}
      max={max}
      step={step}
      onInput={(value) => setNumber(parameter, value)}
    />
  );
}

interface ParameterSliderProps {
  readonly parameter: NumberParameter;
  readonly label: string;
}
