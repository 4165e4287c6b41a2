import type { JSX } from "preact";
import { Slider } from "../../../components/Slider.tsx";
import { numberText } from "../../../i18n/numberText.ts";
import { type NumberParameter, numberOf, setNumber } from "./parameters.ts";

/** A slider for a number in the address. */
export function ParameterSlider({ parameter, label }: ParameterSliderProps): JSX.Element {
  const { min, max, step } = parameter;
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return (
    <Slider
      label={label}
      value={numberOf(parameter)}
      min={min}
      max={max}
      step={step}
      format={(value) => numberText(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })}
      onInput={(value) => setNumber(parameter, value)}
    />
  );
}

interface ParameterSliderProps {
  readonly parameter: NumberParameter;
  readonly label: string;
}
