import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX, TargetedFocusEvent } from "preact";
import { Field } from "./Field.tsx";

/**
 * A labelled number; what is typed is passed on as text, since it may not be one yet. As long as one types, the field holds what was
 * typed, be it nothing; `value` comes back when it is left.
 */
export function NumberField(props: NumberFieldProps): JSX.Element {
  const { label, term, hint, value, min, max, step = 1, placeholder, disabled, onInput } = props;
  const typed = useSignal<string | undefined>(undefined);
  const leave = ({ currentTarget }: TargetedFocusEvent<HTMLInputElement>): void => {
    // Text that is no number, such as "1e", stays in a field although its value is empty.
    if (currentTarget.validity.badInput) currentTarget.value = "";
    typed.value = undefined;
  };
  return (
    <Field label={label} term={term} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          inputMode="decimal"
          value={typed.value ?? value}
          min={min}
          max={max}
          step={step}
          placeholder={placeholder}
          disabled={disabled}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
            onInput(currentTarget.value);
          }}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly term?: string;
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
