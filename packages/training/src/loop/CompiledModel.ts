import type { Optimizer, Scalar, Tensor, Variable } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
import { fuseCrossEntropy } from "./fuseCrossEntropy.ts";

type LossOrMetric = (target: Tensor, output: Tensor) => Tensor;

/** What `model.compile` decided, with the metrics under the names of Keras: `accuracy`, not `acc`. */
export interface CompiledModel {
  readonly model: LayersModel;
  readonly optimizer: Optimizer;
  readonly loss: LossOrMetric;
  readonly metrics: readonly { readonly name: string; readonly measure: LossOrMetric }[];
  /** The weights that training moves. */
  readonly variables: Variable[];
  /** The regularization losses of the layers at this moment. */
  penalties(): Scalar[];
}

/**
 * Reads what a model was compiled with.
 *
 * @throws {TrainingError} `NOT_COMPILED`, or `INVALID_ARGUMENT` for a model with several inputs or outputs
 */
export function compiledModel(model: LayersModel): CompiledModel {
  if (model.inputs.length !== 1 || model.outputs.length !== 1) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `A model with one input and one output is expected; this one has ${model.inputs.length} and ` +
        `${model.outputs.length}. Use the model's own fit for it.`,
    );
  }
  // A sequential model compiles the functional one inside it. Until then tfjs leaves these undefined, whatever its
  // types say.
  const compiled = (model as { model?: LayersModel }).model ?? model;
  const optimizer = compiled.optimizer as Optimizer | undefined;
  const loss = (compiled.lossFunctions as LossOrMetric[] | undefined)?.[0];
  if (optimizer === undefined || loss === undefined) {
    throw new TrainingError(
      "NOT_COMPILED",
      'The model is not compiled. Call model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", ' +
        'metrics: ["accuracy"] }) first.',
    );
  }
  return {
    model,
    optimizer,
    loss: fuseCrossEntropy(compiled.loss, loss),
    metrics: compiled.metricsTensors.map(([measure], index) => {
      const name = compiled.metricsNames[index + 1] ?? `metric${index + 1}`;
      return { name: name === "acc" ? "accuracy" : name, measure };
    }),
    variables: model.trainableWeights.map((weight) => weight.read() as Variable),
    penalties: () => model.calculateLosses(),
  };
}
