import {
  customGrad,
  engine,
  getBackend,
  getKernel,
  mul,
  type NamedAttrMap,
  reshape,
  type Tensor,
} from "@tensorflow/tfjs-core";

type Loss = (target: Tensor, output: Tensor) => Tensor;

/**
 * The kernel by which a backend computes the cross-entropy and its gradient in one pass. `@minibatch/wasm-kernels` brings it for
 * "wasm"; where there is none, tfjs' operations do the same.
 */
const CROSS_ENTROPY = "MinibatchCrossEntropy";

/**
 * Gives the loss of a classifier a faster form: of some thirty operations on a few values each, in tfjs, one remains.
 *
 * @param name the name of the loss in tfjs
 * @param loss what tfjs made of it, which goes on for other losses, shapes and backends
 * @param smoothing the share of each target that goes to all classes alike, as `loss` does it
 */
export function fuseCrossEntropy(name: string | undefined, loss: Loss, smoothing: number = 0): Loss {
  const sparse = name === "sparseCategoricalCrossentropy";
  if (!sparse && name !== "categoricalCrossentropy") return loss;
  return (target, output) => {
    const fits = output.rank === 2 && output.dtype === "float32" && target.dtype === "float32";
    if (!fits || !getKernel(CROSS_ENTROPY, getBackend())) return loss(target, output);
    return crossEntropy(target, output, { sparse, smoothing });
  };
}

function crossEntropy(targets: Tensor, output: Tensor, attributes: NamedAttrMap): Tensor {
  return customGrad((probabilities, save) => {
    const inputs = { probabilities: probabilities as Tensor, targets };
    const results = engine().runKernel<Tensor[]>(CROSS_ENTROPY, inputs, attributes);
    const [losses, gradients] = results as [Tensor, Tensor];
    (save as (tensors: Tensor[]) => void)([gradients]);
    return {
      value: losses,
      gradFunc: (dy, [saved]) => mul(reshape(dy, [-1, 1]), saved as Tensor),
    };
  })(output);
}
