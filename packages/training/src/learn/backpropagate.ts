import { TrainingError } from "../TrainingError.ts";
import { meanSquaredError } from "../metrics/regression.ts";
import { type DenseLayer, forwardPass, type LayerPass } from "./forwardPass.ts";

/** What the loss of one sample says about a layer: by how much it rises for each number that rises by one. */
export interface LayerGradients {
  /** `[units]`, of the outputs. */
  readonly outputs: readonly number[];
  /** `[units]`, of the sums before the activation. */
  readonly sums: readonly number[];
  /** `[inputs][units]`. */
  readonly weights: readonly (readonly number[])[];
  /** `[units]`. */
  readonly biases: readonly number[];
}

/** A sample's way through layers and back. */
export interface Backpropagation {
  /** The mean of the squared errors of the last layer's outputs. */
  readonly loss: number;
  /** As {@link forwardPass} gives it. */
  readonly passes: readonly LayerPass[];
  /** For each layer, in the order of the layers. */
  readonly gradients: readonly LayerGradients[];
}

/** The slope of each activation, by its sum and its output. */
const slopes: Readonly<Record<DenseLayer["activation"], (sum: number, output: number) => number>> = {
  linear: () => 1,
  tanh: (_sum, output) => 1 - output ** 2,
  relu: (sum) => (sum > 0 ? 1 : 0),
  sigmoid: (_sum, output) => output * (1 - output),
};

/**
 * Sends one sample through layers of neurons and its squared error back: the gradient of every number, by the chain rule.
 *
 * @param input `[inputs]` of the first layer
 * @param target `[units]` of the last layer
 * @throws {TrainingError} `SHAPE_MISMATCH` where the layers, the input and the target do not fit each other
 * @example
 * const layer = { weights: [[2]], biases: [0], activation: "linear" };
 * const { loss, gradients } = backpropagate([layer], [3], [5]); // loss 1
 * gradients[0].weights; // [[6]]
 */
export function backpropagate(
  layers: readonly DenseLayer[],
  input: readonly number[],
  target: readonly number[],
): Backpropagation {
  const passes = forwardPass(layers, input);
  const answer = passes.at(-1)?.outputs ?? [];
  if (answer.length === 0 || answer.length !== target.length) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `The last layer gives ${answer.length} outputs, but the target has ${target.length}.`,
    );
  }
  const gradients: LayerGradients[] = [];
  let outputs: readonly number[] = answer.map(
    (value, unit) => (2 * (value - (target[unit] ?? 0))) / answer.length,
  );
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const { weights, activation } = layers[at] as DenseLayer;
    const pass = passes[at] as LayerPass;
    const inputs = at === 0 ? input : (passes[at - 1] as LayerPass).outputs;
    const sums = outputs.map(
      (gradient, unit) => gradient * slopes[activation](pass.sums[unit] ?? 0, pass.outputs[unit] ?? 0),
    );
    gradients.unshift({
      outputs,
      sums,
      weights: inputs.map((value) => sums.map((gradient) => value * gradient)),
      biases: sums,
    });
    outputs = weights.map((row) => row.reduce((sum, weight, unit) => sum + weight * (sums[unit] ?? 0), 0));
  }
  return { loss: meanSquaredError(target, answer), passes, gradients };
}
