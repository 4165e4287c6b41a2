import type { JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";

const [width, row, margin] = [400, 56, 14];

/** Rows of values on one axis, one above the other. */
export function BatchNormRows({ rows, label, reach, ringed }: BatchNormRowsProps): JSX.Element {
  const toX = (value: number): number =>
    margin + ((Math.min(reach, Math.max(-reach, value)) + reach) / (2 * reach)) * (width - 2 * margin);
  const height = rows.length * row + 18;
  return (
    <svg class="diagram values" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[-1, -0.5, 0, 0.5, 1]
        .map((share) => share * reach)
        .map((tick) => (
          <g key={tick}>
            <path class="grid" d={`M${toX(tick)} 0V${height - 18}`} />
            <text class="name" x={toX(tick)} y={height - 4}>
              {numberText(tick)}
            </text>
          </g>
        ))}
      {rows.map(({ name, values }, at) => (
        <g key={name} data-row={at}>
          <text class="name start" x={margin} y={at * row + 16}>
            {name}
          </text>
          {values.map((value, sample) => (
            <circle
              key={sample}
              class={sample === ringed ? "value ringed" : "value"}
              cx={toX(value)}
              cy={at * row + 36}
              r={sample === ringed ? 6 : 4}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

interface BatchNormRowsProps {
  readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** What it shows, for those who do not see it. */
  readonly label: string;
  /** What is shown reaches from minus this to this; what lies beyond waits at the edge. */
  readonly reach: number;
  /** The place of the sample that is looked at. */
  readonly ringed: number;
}
