import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";
import { targetRule } from "./targetRules.ts";

/** The metrics of tfjs that compare labels, and those that compare each value with an output. */
const ofLabels = /^sparseCategorical(Crossentropy|Accuracy)$/;
const ofOutputs =
  /^(binaryAccuracy|categoricalAccuracy|categoricalCrossentropy|mse|mae|mape|cosine|cosineProximity|mean(Squared|Absolute|AbsolutePercentage|SquaredLogarithmic)Error)$/i;

/** Throws `INVALID_ARGUMENT` for a metric that does not take the targets of the loss: tfjs stretches one of them. */
export function requireMetrics({ lossName, metrics }: CompiledModel): void {
  const labels = targetRule(lossName).shape === "labels";
  const other = metrics.find(({ name }) => (labels ? ofOutputs : ofLabels).test(name));
  if (!other) return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `The metric ${other.name} takes ${labels ? "a value for each output" : "labels"}, but the loss ` +
      `${lossName ?? "of your own"} takes ${labels ? "labels" : "a value for each output"}. Compile with "accuracy", which ` +
      "fits either, or with a metric that takes the same targets as the loss.",
  );
}
