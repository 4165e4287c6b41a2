import type { JSX } from "preact";
import "./components.css";

/** A few numbers, each large under its name. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): JSX.Element {
  return (
    <dl class="figures">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A number and what it counts. */
export interface Figure {
  readonly name: string;
  readonly value: string;
}
