import type { JSX } from "preact";
import { Field } from "./Field.tsx";

/** A labelled number to slide, which arrow keys move too; it stands beside the label. */
export function Slider({ label, term, value, min, max, step, format, onInput }: SliderProps): JSX.Element {
  const text = format(value);
  return (
    <div class="slider">
      <Field label={label} term={term}>
        {(attributes) => (
          <input
            {...attributes}
            type="range"
            min={min}
            max={max}
            step={step}
            value={value}
            aria-valuetext={text}
            onInput={({ currentTarget }) => onInput(currentTarget.valueAsNumber)}
          />
        )}
      </Field>
      <span class="value" aria-hidden="true">
        {text}
      </span>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly term?: string | undefined;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format: (value: number) => string;
  readonly onInput: (value: number) => void;
}
