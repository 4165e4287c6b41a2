import type { JSX } from "preact";
import { Term } from "../glossary/Term.tsx";
import "./components.css";

/** A few numbers, each large under its name. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): JSX.Element {
  return (
    <dl class="figures">
      {figures.map(({ name, term, value }) => (
        <div key={name}>
          <dt>{term === undefined ? name : <Term id={term}>{name}</Term>}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A number and what it counts. */
export interface Figure {
  readonly name: string;
  /** The term of the glossary that the name is. */
  readonly term?: string;
  readonly value: string;
}
