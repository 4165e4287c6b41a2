import type { Optimizer, Scalar, Tensor, Variable } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
import { compiledMetrics } from "./compiledMetrics.ts";
import type { EpochMetric } from "./EpochMetric.ts";
import { computing } from "./computing.ts";
import { fuseCrossEntropy } from "./fuseCrossEntropy.ts";
import { regularization } from "./regularization.ts";
import type { PlannedStep } from "./PlannedStep.ts";
import { requireSingle } from "./requireInputs.ts";

type Loss = (target: Tensor, output: Tensor) => Tensor;

/** What `model.compile` decided. */
export interface CompiledModel {
  readonly model: LayersModel;
  readonly optimizer: Optimizer;
  readonly loss: Loss;
  /** The name of the loss in tfjs; undefined for a function of the user's. */
  readonly lossName: string | undefined;
  /** The shape of one output; null for an axis of any length. */
  readonly outputShape: readonly (number | null)[];
  readonly metrics: readonly EpochMetric[];
  /** The weights that training moves. */
  readonly variables: Variable[];
  /** The regularization losses of the layers at this moment. */
  readonly penalties: () => Scalar[];
  /** The backend's way to compute a step, for those that may be computed so. */
  readonly planned?: PlannedStep | undefined;
}

/**
 * Reads what a model was compiled with.
 *
 * @throws {TrainingError} `NOT_COMPILED`, or `INVALID_ARGUMENT` for a model with several inputs or outputs
 */
export function compiledModel(model: LayersModel): CompiledModel {
  requireSingle(model);
  // A sequential model compiles the functional one inside it. Until then tfjs leaves these undefined, whatever its
  // types say.
  const compiled = (model as { model?: LayersModel }).model ?? model;
  const optimizer = compiled.optimizer as Optimizer | undefined;
  const loss = (compiled.lossFunctions as Loss[] | undefined)?.[0];
  if (optimizer === undefined || loss === undefined) {
    throw new TrainingError(
      "NOT_COMPILED",
      'The model is not compiled. Call model.compile({ optimizer: "adam", loss: "sparseCategoricalCrossentropy", ' +
        'metrics: ["accuracy"] }) first.',
    );
  }
  const lossName = nameOf(compiled.loss, model.outputNames[0] ?? "");
  return {
    model,
    optimizer,
    loss: fuseCrossEntropy(lossName, loss),
    lossName,
    outputShape: (model.outputs[0]?.shape ?? []).slice(1),
    metrics: compiledMetrics(compiled, lossName),
    // Once each: tfjs lists the weights of a layer that two models within this one share twice.
    variables: computing("the weights", () => [
      ...new Set(model.trainableWeights.map((weight) => weight.read() as Variable)),
    ]),
    penalties: regularization(model),
  };
}

/** The name that a loss was given by: alone, in a list, or by the name of the output. */
function nameOf(loss: unknown, output: string): string | undefined {
  if (typeof loss === "string") return loss;
  if (Array.isArray(loss)) return nameOf(loss[0], output);
  return typeof loss === "object" && loss !== null
    ? nameOf((loss as Readonly<Record<string, unknown>>)[output], output)
    : undefined;
}
