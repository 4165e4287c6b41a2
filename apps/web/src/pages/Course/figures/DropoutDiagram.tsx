import type { JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";
import type { DropoutStep, DropoutUnit } from "./dropoutSteps.ts";

const [width, height] = [340, 272];
const rowOf = (at: number): number => 20 + at * 33;
const sink = { x: 280, y: height / 2 };
/** Where the lines are named: near the units, where they are far apart. */
const nameX = 115;

/** The units of a layer, those that a step leaves out faint and without a line, and the unit that adds up the others. */
export function DropoutDiagram({
  units,
  step: { isKept, added, sum },
  label,
}: DropoutDiagramProps): JSX.Element {
  const two = (value: number): string => numberText(value, { maximumFractionDigits: 2 });
  // The widest line is of the largest part.
  const most = Math.max(1, ...units.map(({ output, weight }) => Math.abs(output * weight)));
  return (
    <svg class="diagram" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {units.map((_, at) => {
        const value = added[at] ?? 0;
        return (
          isKept[at] && (
            <path
              key={at}
              class={value < 0 ? "negative" : "positive"}
              stroke-width={1 + (2 * Math.abs(value)) / most}
              d={`M60 ${rowOf(at)}L${sink.x} ${sink.y}`}
            />
          )
        );
      })}
      {units.map(({ output }, at) => (
        <g key={at} data-unit={at} class={isKept[at] ? undefined : "left-out"}>
          <circle class="node" cx="60" cy={rowOf(at)} r="14" />
          <text class="name" x="60" y={rowOf(at)} dy="0.35em">
            {two(output)}
          </text>
          {isKept[at] && (
            <text
              class="name"
              x={nameX}
              y={rowOf(at) + (sink.y - rowOf(at)) * ((nameX - 60) / (sink.x - 60))}
              dy="0.35em"
            >
              {two(added[at] ?? 0)}
            </text>
          )}
        </g>
      ))}
      <circle class="node output" cx={sink.x} cy={sink.y} r="28" />
      <text x={sink.x} y={sink.y} dy="0.35em">
        {two(sum)}
      </text>
    </svg>
  );
}

interface DropoutDiagramProps {
  readonly units: readonly DropoutUnit[];
  readonly step: DropoutStep;
  /** What it shows, for those who do not see it. */
  readonly label: string;
}
