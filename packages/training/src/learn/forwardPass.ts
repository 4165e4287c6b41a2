import { TrainingError } from "../TrainingError.ts";

/** A layer of neurons, small enough to follow each number. */
export interface DenseLayer {
  /** `[inputs][units]`. */
  readonly weights: readonly (readonly number[])[];
  /** `[units]`. */
  readonly biases: readonly number[];
  readonly activation: "linear" | "tanh" | "relu" | "sigmoid";
}

/** What a layer makes of one input. */
export interface LayerPass {
  /** `[units]`: inputs times weights, plus bias. */
  readonly sums: readonly number[];
  /** `[units]`: the sums through the activation. */
  readonly outputs: readonly number[];
}

const activations: Readonly<Record<DenseLayer["activation"], (sum: number) => number>> = {
  linear: (sum) => sum,
  tanh: Math.tanh,
  relu: (sum) => Math.max(0, sum),
  sigmoid: (sum) => 1 / (1 + Math.exp(-sum)),
};

/**
 * Sends one input through layers of neurons, and keeps every number on the way.
 *
 * @param input `[inputs]` of the first layer
 * @returns for each layer its sums and its outputs
 * @throws {TrainingError} `SHAPE_MISMATCH` where a layer does not take as many inputs as it gets, or has no bias for a unit
 * @example
 * const layer = { weights: [[2], [-1]], biases: [0.5], activation: "relu" };
 * forwardPass([layer], [1, 3]); // [{ sums: [-0.5], outputs: [0] }]
 */
export function forwardPass(layers: readonly DenseLayer[], input: readonly number[]): LayerPass[] {
  let inputs = input;
  return layers.map(({ weights, biases, activation }, at) => {
    const isWhole =
      weights.length === inputs.length && weights.every(({ length }) => length === biases.length);
    if (!isWhole) {
      throw new TrainingError(
        "SHAPE_MISMATCH",
        `Layer ${at} gets ${inputs.length} inputs and has ${biases.length} biases, so its weights must be [${inputs.length}][${biases.length}].`,
      );
    }
    const sums = biases.map((bias, unit) =>
      inputs.reduce((sum, value, from) => sum + value * (weights[from]?.[unit] ?? 0), bias),
    );
    inputs = sums.map(activations[activation]);
    return { sums, outputs: inputs };
  });
}
