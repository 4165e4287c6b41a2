import type { JSX } from "preact";
import { stepDigits } from "../i18n/stepDigits.ts";
import { numberText } from "../i18n/numberText.ts";
import { Field } from "./Field.tsx";

/** A labelled number to slide, which arrow keys move too; it stands beside the label, however long that is. */
export function Slider(props: SliderProps): JSX.Element {
  const { label, term, value, min, max, step, format, onInput } = props;
  const text = format?.(value) ?? stepText(value, step);
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

function stepText(value: number, step: number): string {
  const digits = stepDigits(step, 0);
  return numberText(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

interface SliderProps {
  readonly label: string;
  readonly term?: string | undefined;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /**
   * How the number is written.
   *
   * @default with as many decimals as tell its steps apart
   */
  readonly format?: (value: number) => string;
  readonly onInput: (value: number) => void;
}
