import type { ComponentChildren, JSX } from "preact";
import { Field } from "./Field.tsx";

/** One choice of a list. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
  /** Those of one group stand together under its name. */
  readonly group?: string;
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
          {grouped(choices).map(([group, members]) =>
            group === undefined ? (
              members.map(optionOf)
            ) : (
              <optgroup key={group} label={group}>
                {members.map(optionOf)}
              </optgroup>
            ),
          )}
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

function optionOf({ value, text, disabled }: Choice): JSX.Element {
  return (
    <option key={value} value={value} disabled={disabled}>
      {text}
    </option>
  );
}

/** The choices by their groups, in the order in which these come. */
function grouped(choices: readonly Choice[]): (readonly [string | undefined, readonly Choice[]])[] {
  const groups = new Set(choices.map(({ group }) => group));
  return [...groups].map((name) => [name, choices.filter(({ group }) => group === name)] as const);
}
