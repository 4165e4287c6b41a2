import { type LayersModel, metrics } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
import { confusionMetric } from "./confusionMetric.ts";
import { type EpochMetric, meanMetric } from "./EpochMetric.ts";
import { fuseAccuracy } from "./fuseAccuracy.ts";
import { r2Metric } from "./r2Metric.ts";

/**
 * The metrics of a compiled model with one output, under the names of Keras: `accuracy`, not `acc`.
 *
 * Those of tfjs that are no means over samples are computed over the epoch; every other one, and each function of the user's, is
 * averaged over the samples.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for one of the first with integer labels, which it cannot be computed from
 */
export function compiledMetrics(compiled: LayersModel, lossName: string | undefined): EpochMetric[] {
  const asked = askedOf(compiled.metrics, compiled.outputNames[0] ?? "");
  const names = new Set(["loss"]);
  return compiled.metricsTensors.map(([measure], index) => {
    const given = compiled.metricsNames[index + 1];
    const known = metricOfEpochs(asked[index]);
    if (known && lossName === "sparseCategoricalCrossentropy") throw needsOneHot(known.name);
    const name = distinct(
      known?.name ?? (given === "acc" ? "accuracy" : given || `metric${index + 1}`),
      names,
    );
    names.add(name);
    return known ? { ...known, name } : fuseAccuracy(asked[index], lossName, meanMetric(name, measure));
  });
}

/** Those of tfjs' metrics that are no means over samples, by what `compile` takes for them. */
function metricOfEpochs(asked: unknown): EpochMetric | undefined {
  if (asked === "precision" || asked === metrics.precision) return confusionMetric("precision");
  if (asked === metrics.recall) return confusionMetric("recall");
  return asked === metrics.r2Score ? r2Metric : undefined;
}

function needsOneHot(metric: string): TrainingError {
  return new TrainingError(
    "INVALID_ARGUMENT",
    `The metric ${metric} compares each value of the output with a target, and sparseCategoricalCrossentropy takes one label ` +
      "for all of them. Use categoricalCrossentropy and oneHot(labels, classes), or classificationReport after training.",
  );
}

/** What `compile` was given for the output: one metric, a list, or either under the output's name. */
function askedOf(asked: unknown, output: string): readonly unknown[] {
  if (Array.isArray(asked)) return asked;
  if (typeof asked !== "object" || asked === null) return [asked];
  return askedOf((asked as Readonly<Record<string, unknown>>)[output], output);
}

/** The name, with a number where it is taken. */
function distinct(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${number}`;
  return free;
}
