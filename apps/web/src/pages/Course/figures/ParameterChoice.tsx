import type { JSX } from "preact";
import { type Choice, SelectField } from "../../../components/SelectField.tsx";
import { UnknownNames } from "../../../components/UnknownNames.tsx";
import { setParameters } from "../../../state/route.ts";

/** A list to choose a name in the address from; says so when the address has one that is not in the list. */
export function ParameterChoice(props: ParameterChoiceProps): JSX.Element {
  const { name, label, value, choices, onChange = (value) => setParameters({ [name]: value }) } = props;
  return (
    <>
      <SelectField label={label} value={value} choices={choices} onChange={onChange} />
      <UnknownNames parameters={[{ name, label, names: choices.map(({ value }) => value) }]} />
    </>
  );
}

interface ParameterChoiceProps {
  /** What it is called in the address. */
  readonly name: string;
  readonly label: string;
  /** What is shown: what `choiceOf` makes of the address. */
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Where more than this one parameter changes. */
  readonly onChange?: (value: string) => void;
}
