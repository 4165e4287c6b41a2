import { add, cast, mul, oneHot, reshape, type Tensor } from "@tensorflow/tfjs-core";
import { metrics } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";
import { fuseCrossEntropy } from "./fuseCrossEntropy.ts";

/**
 * Lets a classifier learn targets of which a share goes to all classes alike, as Keras' `label_smoothing` (Szegedy and others 2015,
 * arXiv:1512.00567). Metrics see the targets as they are.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for a share that is not from 0 to below 1, and for other losses than those of a classifier
 */
export function smoothLabels(compiled: CompiledModel, smoothing: number): CompiledModel {
  if (smoothing === 0) return compiled;
  if (!(smoothing > 0 && smoothing < 1)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `labelSmoothing must be from 0 to below 1, but it is ${smoothing}.`,
    );
  }
  const { lossName } = compiled;
  const sparse = lossName === "sparseCategoricalCrossentropy";
  if (!sparse && lossName !== "categoricalCrossentropy") {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `labelSmoothing is for sparseCategoricalCrossentropy and categoricalCrossentropy, but the loss is ` +
        `${lossName ?? "a function of your own"}. Leave it out.`,
    );
  }
  const plain = (target: Tensor, output: Tensor): Tensor =>
    metrics.categoricalCrossentropy(smoothed(target, output, smoothing, sparse), output);
  return { ...compiled, loss: fuseCrossEntropy(lossName, plain, smoothing) };
}

function smoothed(target: Tensor, output: Tensor, smoothing: number, sparse: boolean): Tensor {
  const classes = output.shape.at(-1) ?? 1;
  const others = smoothing / classes;
  const labels = (): Tensor => cast(reshape(target, output.shape.slice(0, -1)), "int32");
  // Whole numbers first: tfjs' WASM backend makes nothing else of oneHot, whatever values and type it is asked for.
  const rows = sparse ? cast(oneHot(labels(), classes), "float32") : target;
  return add(mul(rows, 1 - smoothing), others);
}
