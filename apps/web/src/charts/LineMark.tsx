import type { JSX } from "preact";
import "./charts.css";
import { type LineLook, lineClass } from "./lineClass.ts";

/** A piece of a line, as it is drawn in a chart, to stand beside its name. */
export function LineMark(look: LineLook): JSX.Element {
  return (
    <svg class="line-mark" width="20" height="8" aria-hidden="true">
      <path class={lineClass(look)} d="M0 4H20" />
    </svg>
  );
}
