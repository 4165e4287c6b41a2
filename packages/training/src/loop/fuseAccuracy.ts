import { engine, getBackend, getKernel, type Tensor } from "@tensorflow/tfjs-core";
import type { EpochMetric } from "./EpochMetric.ts";

/** The kernel by which a backend counts the hits of a batch in one pass: `@minibatch/wasm-kernels` brings it for "wasm". */
const ACCURACY = "MinibatchAccuracy";

const byLoss: Readonly<Record<string, string>> = {
  sparseCategoricalCrossentropy: "sparseCategoricalAccuracy",
  categoricalCrossentropy: "categoricalAccuracy",
};

/**
 * Gives the accuracy of a classifier a faster form. Every other metric is given back as it came.
 *
 * @param asked what `compile` was given for the metric
 * @param lossName the name of the loss in tfjs, by which tfjs chooses the kind of accuracy
 * @param metric what tfjs made of it, which goes on for other shapes and backends
 */
export function fuseAccuracy(asked: unknown, lossName: string | undefined, metric: EpochMetric): EpochMetric {
  const kind = asked === "accuracy" || asked === "acc" ? byLoss[lossName ?? ""] : asked;
  const sparse = kind === "sparseCategoricalAccuracy";
  if (!sparse && kind !== "categoricalAccuracy") return metric;
  return {
    ...metric,
    measure(targets, outputs) {
      const [rows, classes = 0] = outputs.shape;
      // One output is that of a binary classifier.
      const plain =
        outputs.rank === 2 && classes > 1 && [targets, outputs].every(({ dtype }) => dtype === "float32");
      const fits = plain && targets.size === (sparse ? rows : outputs.size);
      if (!fits || !getKernel(ACCURACY, getBackend())) return metric.measure(targets, outputs);
      return engine().runKernel<Tensor>(ACCURACY, { outputs, targets }, { sparse });
    },
  };
}
