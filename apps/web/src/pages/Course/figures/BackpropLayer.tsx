import type { JSX } from "preact";
import { useOneTabStop } from "../../../components/useOneTabStop.ts";
import { backpropMessages } from "./backpropMessages.ts";
import { type BackpropCell, type BackpropState, inputsOf, valueOfCell } from "./backpropNetwork.ts";

/** The numbers of a layer: a row for each unit, forward and backward. Those that are computed can be pointed at. */
export function BackpropLayer({ state, layer, chosen, text, onChoose }: BackpropLayerProps): JSX.Element {
  const t = backpropMessages.value;
  const stop = useOneTabStop<HTMLTableElement>();
  const dense = state.layers[layer];
  const sources = inputsOf(state, layer);
  const button = (cell: BackpropCell): JSX.Element => (
    <td class="number">
      <button
        type="button"
        class="cell"
        aria-pressed={JSON.stringify(cell) === JSON.stringify(chosen)}
        data-cell={`${cell.kind} ${cell.layer} ${cell.unit} ${cell.from}`}
        onPointerEnter={() => onChoose(cell)}
        onFocus={() => onChoose(cell)}
      >
        {text(valueOfCell(state, cell))}
      </button>
    </td>
  );
  const of = (kind: BackpropCell["kind"], unit: number, from = 0): BackpropCell => ({
    kind,
    layer,
    unit,
    from,
  });
  const heads = [
    t.unit,
    ...sources.flatMap((_, from) => [t.weight(String(from + 1)), t.gradient]),
    t.bias,
    t.sum,
    t.gradient,
    t.output,
    t.gradient,
  ];
  const name = t.layer(String(layer + 1));
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={name}>
      <table class="backprop" {...stop}>
        <caption>{name}</caption>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={at} scope="col" class={at > 0 ? "number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dense?.biases.map((bias, unit) => (
            <tr key={unit}>
              <th scope="row">{unit + 1}</th>
              {sources.map((_, from) => (
                <>
                  <td class="number">{text(dense.weights[from]?.[unit] ?? 0)}</td>
                  {button(of("weightGradient", unit, from))}
                </>
              ))}
              <td class="number">{text(bias)}</td>
              {button(of("sum", unit))}
              {button(of("sumGradient", unit))}
              {button(of("output", unit))}
              {button(of("outputGradient", unit))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface BackpropLayerProps {
  readonly state: BackpropState;
  readonly layer: number;
  readonly chosen: BackpropCell;
  readonly text: (value: number) => string;
  readonly onChoose: (cell: BackpropCell) => void;
}
