import { type Backpropagation, type DenseLayer, gradientDescentStep } from "@minibatch/training";

/** Three layers of which each number can be followed: 2 units, 2 units, 1 output. */
export const backpropStart: readonly DenseLayer[] = [
  {
    weights: [
      [0.5, -0.4],
      [0.3, 0.8],
    ],
    biases: [0.1, -0.2],
    activation: "tanh",
  },
  {
    weights: [
      [0.7, -0.6],
      [-0.3, 0.9],
    ],
    biases: [0, 0.1],
    activation: "tanh",
  },
  { weights: [[0.8], [-0.5]], biases: [0.2], activation: "linear" },
];

/** The rate of the figure's steps. */
const backpropRate = 0.1;

/** Moves all weights one step against their gradients. */
export function steppedLayers(
  layers: readonly DenseLayer[],
  { gradients }: Backpropagation,
): readonly DenseLayer[] {
  const step = (weight: number, gradient: number | undefined): number =>
    gradientDescentStep(weight, gradient ?? 0, backpropRate);
  return layers.map((layer, at) => ({
    ...layer,
    weights: layer.weights.map((row, from) =>
      row.map((weight, unit) => step(weight, gradients[at]?.weights[from]?.[unit])),
    ),
    biases: layer.biases.map((bias, unit) => step(bias, gradients[at]?.biases[unit])),
  }));
}

/** Which number of the figure is meant. */
export interface BackpropCell {
  readonly kind: "sum" | "output" | "outputGradient" | "sumGradient" | "weightGradient";
  readonly layer: number;
  readonly unit: number;
  /** Of a weight's gradient: where the weight comes from. */
  readonly from: number;
}

/** A sample on its way through layers and back. */
export interface BackpropState {
  readonly layers: readonly DenseLayer[];
  readonly input: readonly number[];
  readonly target: number;
  readonly found: Backpropagation;
}

/** What a layer gets. */
export function inputsOf({ input, found }: BackpropState, layer: number): readonly number[] {
  return layer === 0 ? input : (found.passes[layer - 1]?.outputs ?? []);
}

/** The value of a number. */
export function valueOfCell({ found }: BackpropState, { kind, layer, unit, from }: BackpropCell): number {
  const [pass, gradient] = [found.passes[layer], found.gradients[layer]];
  const values = {
    sum: pass?.sums[unit],
    output: pass?.outputs[unit],
    outputGradient: gradient?.outputs[unit],
    sumGradient: gradient?.sums[unit],
    weightGradient: gradient?.weights[from]?.[unit],
  };
  return values[kind] ?? 0;
}

/** The sum or product that a number comes from. @param text writes a number, in brackets where it is negative */
export function originOf(state: BackpropState, cell: BackpropCell, text: (value: number) => string): string {
  const { layers, target, found } = state;
  const { kind, layer, unit, from } = cell;
  const here = layers[layer];
  const at = (kind: BackpropCell["kind"]): string => text(valueOfCell(state, { kind, layer, unit, from }));
  const tanh = here?.activation === "tanh";
  if (kind === "sum") {
    const products = inputsOf(state, layer).map(
      (value, from) => `${text(value)}\u00A0×\u00A0${text(here?.weights[from]?.[unit] ?? 0)}`,
    );
    return [...products, text(here?.biases[unit] ?? 0)].join(" + ");
  }
  if (kind === "output") return tanh ? `tanh(${at("sum")})` : at("sum");
  if (kind === "sumGradient") {
    return tanh ? `${at("outputGradient")} × (1 − ${at("output")}²)` : `${at("outputGradient")} × 1`;
  }
  if (kind === "weightGradient") {
    return `${text(inputsOf(state, layer)[from] ?? 0)} × ${at("sumGradient")}`;
  }
  const next = layers[layer + 1];
  if (!next) return `2 × (${at("output")} − ${text(target)})`;
  return next.biases
    .map(
      (_, to) =>
        `${text(next.weights[unit]?.[to] ?? 0)}\u00A0×\u00A0${text(found.gradients[layer + 1]?.sums[to] ?? 0)}`,
    )
    .join(" + ");
}
