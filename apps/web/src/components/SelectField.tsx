import type { ComponentChildren, JSX } from "preact";
import { Field } from "./Field.tsx";

/** One choice of a list. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

/** A labelled list to choose one thing from. */
export function SelectField(props: SelectFieldProps): JSX.Element {
  const { label, term, hint, value, choices, disabled, onChange } = props;
  // Without it the field would show nothing where the address names what there is not, or not yet.
  const missing = value !== "" && !choices.some((choice) => choice.value === value);
  return (
    <Field label={label} term={term} hint={hint}>
      {(attributes) => (
        <select
          {...attributes}
          value={value}
          disabled={disabled}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {missing && (
            <option value={value} disabled>
              {value}
            </option>
          )}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly term?: string;
  readonly hint?: ComponentChildren;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}
