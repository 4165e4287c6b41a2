import type { JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";
import { type ActivationName, activationTitles } from "./activationList.ts";
import { figureMessages } from "./messages.ts";

/** Where the weights are written, so that no line crosses them. */
const labelHeights = [37, 101, 190];

/** A neuron: its inputs, a line for each weight, as thick as the weight is large, and its output. */
export function NeuronDiagram(props: NeuronDiagramProps): JSX.Element {
  const { inputs, weights, bias, sum, output, activation } = props;
  const t = figureMessages.value;
  const short = (value: number): string => numberText(value, { maximumFractionDigits: 2 });
  const rows = [
    ...inputs.map((value, index) => ({ name: `x${index + 1}`, value, weight: weights[index] ?? 0 })),
    { name: "1", value: 1, weight: bias },
  ];
  return (
    <svg
      class="diagram"
      viewBox="0 0 460 220"
      role="img"
      aria-label={t.neuronLabel(short(sum), short(output))}
    >
      {rows.map(({ name, value, weight }, row) => {
        const y = 35 + row * 75;
        return (
          <g key={name}>
            <path
              class={weight < 0 ? "negative" : "positive"}
              stroke-width={Math.abs(weight) * 4 + 0.5}
              d={`M62 ${y}L212 110`}
            />
            <circle class="node" cx="40" cy={y} r="24" />
            <text x="40" y={y} dy="0.35em">
              {short(value)}
            </text>
            <text class="name" x="130" y={labelHeights[row]}>
              {`${name === "1" ? "b" : `w${row + 1}`} = ${short(weight)}`}
            </text>
          </g>
        );
      })}
      <path class="positive" stroke-width="2" d="M280 110H368" />
      <circle class="node" cx="246" cy="110" r="36" />
      <text x="246" y="104" class="name">
        Σ
      </text>
      <text x="246" y="124">
        {short(sum)}
      </text>
      <text class="name" x="324" y="98">
        {activationTitles[activation]}
      </text>
      <circle class="node output" cx="402" cy="110" r="34" />
      <text x="402" y="110" dy="0.35em">
        {short(output)}
      </text>
    </svg>
  );
}

interface NeuronDiagramProps {
  readonly inputs: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  readonly sum: number;
  readonly output: number;
  readonly activation: ActivationName;
}
