import "./components.css";
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { Term } from "../glossary/Term.tsx";

/** A control with its label above and a hint below. */
export function Field({ label, term, hint, children }: FieldProps): JSX.Element {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="field">
      {term === undefined ? (
        <label for={id}>{label}</label>
      ) : (
        <div class="labelled">
          <label for={id}>{label}</label>
          <Term id={term} beside={label} />
        </div>
      )}
      {children({ id, "aria-describedby": hint === undefined ? undefined : hintId })}
      {hint !== undefined && (
        <p id={hintId} class="quiet small">
          {hint}
        </p>
      )}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  /** The term of the glossary that the label names. */
  readonly term?: string | undefined;
  readonly hint?: ComponentChildren;
  /** Makes the control, given what ties it to label and hint. */
  readonly children: (attributes: FieldAttributes) => JSX.Element;
}

/** To be spread on the control. */
export interface FieldAttributes {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
}
