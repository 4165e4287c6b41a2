import { initializers } from "@tensorflow/tfjs-layers";
import { ModelError } from "./ModelError.ts";

type VarianceScaling = Required<Parameters<typeof initializers.varianceScaling>[0]>;

/**
 * How the kernels of layers are drawn before training, by the names of Keras: around zero, with a variance of 1/fan (LeCun
 * et al. 1998, doi:10.1007/3-540-49430-8_2), 2/fan (He et al. 2015, arXiv:1502.01852) or 1/mean of both fans (Glorot and Bengio
 * 2010, https://proceedings.mlr.press/v9/glorot10a.html), where fan is the number of inputs that a unit sums.
 *
 * Glorot's suits tanh, sigmoid and softmax, He's suits relu, which halves the variance, and LeCun's suits selu. `torchUniform` is
 * what PyTorch starts its layers with: a third of LeCun's variance.
 */
export type KernelInitializer =
  | "glorotUniform"
  | "glorotNormal"
  | "heUniform"
  | "heNormal"
  | "leCunUniform"
  | "leCunNormal"
  | "torchUniform";

const schemes: Readonly<Record<KernelInitializer, Omit<VarianceScaling, "seed">>> = {
  glorotUniform: { scale: 1, mode: "fanAvg", distribution: "uniform" },
  glorotNormal: { scale: 1, mode: "fanAvg", distribution: "normal" },
  heUniform: { scale: 2, mode: "fanIn", distribution: "uniform" },
  heNormal: { scale: 2, mode: "fanIn", distribution: "normal" },
  leCunUniform: { scale: 1, mode: "fanIn", distribution: "uniform" },
  leCunNormal: { scale: 1, mode: "fanIn", distribution: "normal" },
  torchUniform: { scale: 1 / 3, mode: "fanIn", distribution: "uniform" },
};

/**
 * What cutting a standard normal off at two standard deviations leaves of its standard deviation,
 * √(1 - 4φ(2)/(2Φ(2) - 1)). Keras makes up for it, tfjs does not: its `heNormal` is an eighth too narrow.
 */
const truncatedDeviation = 0.879_625_661_034_239_8;

/**
 * Makes the tfjs initializer of that name, with the variance that the name promises.
 *
 * @throws {ModelError} `INVALID_ARGUMENT` for an unknown name
 * @example
 * kernelInitializer("heUniform", 1).apply([784, 128]); // values from -0.0875 to 0.0875
 */
export function kernelInitializer(
  name: KernelInitializer,
  seed: number,
): ReturnType<typeof initializers.varianceScaling> {
  if (!Object.hasOwn(schemes, name)) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `kernelInitializer must be one of ${Object.keys(schemes).join(", ")}, but it is ${name as string}.`,
    );
  }
  const { scale, mode, distribution } = schemes[name];
  const correction = distribution === "normal" ? truncatedDeviation ** 2 : 1;
  return initializers.varianceScaling({ scale: scale / correction, mode, distribution, seed });
}
