import type { ComponentChildren, JSX } from "preact";
import { Field } from "./Field.tsx";

/** A labelled number; what is typed is passed on as text, since it may not be one yet. */
export function NumberField(props: NumberFieldProps): JSX.Element {
  const { label, hint, value, min, max, step = 1, placeholder, disabled, onInput } = props;
  return (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          inputMode="decimal"
          value={value}
          min={min}
          max={max}
          step={step}
          placeholder={placeholder}
          disabled={disabled}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly value: string;
  readonly min?: number;
  readonly max?: number;
  /** `any` for numbers that are not whole. */
  readonly step?: number | "any";
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onInput: (value: string) => void;
}
