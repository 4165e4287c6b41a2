import type { JSX } from "preact";
import { appMessages } from "../i18n/appMessages.ts";
import { route, setParameters } from "../state/route.ts";

/** A parameter of the address that takes one of several names. */
export interface NamedParameter {
  readonly name: string;
  /** What it is called on the page. */
  readonly label: string;
  /** The names there are; none while that is not known. */
  readonly names: readonly string[];
}

/** Says which names in the address there are not, since the page shows something else instead; nothing where all is well. */
export function UnknownNames({ parameters }: UnknownNamesProps): JSX.Element | null {
  const t = appMessages.value;
  const unknown = parameters.flatMap(({ name, label, names }) => {
    const value = route.value.parameters[name];
    const known = value === undefined || names.length === 0 || names.includes(value);
    return known ? [] : [{ name, label, value }];
  });
  if (unknown.length === 0) return null;
  return (
    <div class="notice" role="status">
      {unknown.map(({ name, label, value }) => (
        <p key={name}>
          {t.unknownName(label, value)}{" "}
          <button type="button" class="link" onClick={() => setParameters({ [name]: undefined })}>
            {t.fine}
          </button>
        </p>
      ))}
    </div>
  );
}

interface UnknownNamesProps {
  readonly parameters: readonly NamedParameter[];
}
