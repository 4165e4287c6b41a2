import type { JSX } from "preact";
import "./charts.css";

/** A piece of a line, as it is drawn in a chart, beside its name. */
export function LineMark({ kind }: LineMarkProps): JSX.Element {
  return (
    <svg class="line-mark" width="20" height="8" aria-hidden="true">
      <path class={kind} d="M0 4H20" />
    </svg>
  );
}

interface LineMarkProps {
  /** The classes of the line. */
  readonly kind: string;
}
