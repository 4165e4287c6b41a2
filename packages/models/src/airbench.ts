import { type Tensor, tensor4d, tidy, where } from "@tensorflow/tfjs-core";
import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { ModelError } from "./ModelError.ts";
import { requireClasses } from "./requireClasses.ts";
import { requirePositiveInteger } from "./requirePositiveInteger.ts";
import { requireShape } from "./requireShape.ts";
import { seededLayers } from "./seededLayers.ts";

/** Options of {@link airbench}. */
export interface AirbenchOptions {
  /** The shape of one image, `[height, width, channels]`; height and width from 25 to 48. */
  readonly inputShape: readonly number[];
  /**
   * The channels of the three groups.
   *
   * @default [64, 128, 128]
   */
  readonly widths?: readonly [number, number, number] | undefined;
  /** The number of classes, at least 2. */
  readonly classes: number;
  /**
   * How much of the moving averages of each normalization stays at a step.
   *
   * @default 0.6
   */
  readonly momentum?: number | undefined;
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/** What the values before softmax are divided by. */
const temperature = 9;

/**
 * Makes the network of airbench (K. Jordan 2024, arXiv:2404.00498), which reaches 94 % on CIFAR-10 in ten epochs: a whitening convolution
 * 2x2, three groups of two convolutions with pooling, batch normalization without scale and GELU, then a dense layer without bias.
 *
 * Of each convolution as many filters as it has inputs start as the identity. The first one gets its filters by {@link whiten} before
 * training, and keeps them: of `conv1`, only the bias is meant to learn.
 *
 * Input `[batch, height, width, channels]`, output `[batch, classes]`: probabilities that sum to 1.
 *
 * @returns an uncompiled model
 * @throws {ModelError} `INVALID_ARGUMENT`
 * @example
 * const model = airbench({ inputShape: [32, 32, 3], classes: 10 });
 * whiten(model, train.x, { scale: 1 / 64, offset: -2 });
 */
export function airbench({
  inputShape,
  widths = [64, 128, 128],
  classes,
  momentum = 0.6,
  seed = 1,
}: AirbenchOptions): LayersModel {
  requireShape(inputShape);
  const [height = 0, width = 0, channels = 0] = inputShape;
  // Pooled by 2 three times and by 3 at last, one pixel has to be left.
  const fits = [height, width].every((length) => length >= 25 && length <= 48);
  if (inputShape.length !== 3 || !fits) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `inputShape must be [height, width, channels] with height and width from 25 to 48, but it is [${inputShape.join(", ")}].`,
    );
  }
  requireClasses(classes);
  for (const filters of widths) requirePositiveInteger(filters, "width");

  const make = seededLayers(seed);
  const behind = () => [
    make.batchNormalization({ scale: false, epsilon: 1e-12, momentum }),
    ...make.activation("gelu"),
  ];
  const conv = (filters: number) =>
    make.conv2d({
      filters,
      kernelSize: 3,
      padding: "same",
      useBias: false,
      kernelInitializer: "torchUniform",
    });
  const model = sequential({
    layers: [
      make.conv2d({
        inputShape: [...inputShape],
        filters: 8 * channels,
        kernelSize: 2,
        activation: "gelu",
        kernelInitializer: "torchUniform",
      }),
      ...widths.flatMap((filters) => [
        conv(filters),
        make.maxPooling2d(2),
        ...behind(),
        conv(filters),
        ...behind(),
      ]),
      make.maxPooling2d(3),
      make.flatten(),
      make.dense({ units: classes, useBias: false, kernelInitializer: "torchUniform" }),
      make.rescaling(1 / temperature, 0),
      ...make.activation("softmax"),
    ],
  });
  startAsIdentity(model);
  return model;
}

/** Lets the first filters of each convolution but the first one pass on a channel each. */
function startAsIdentity({ layers }: LayersModel): void {
  const convolutions = layers.filter((layer) => layer.getClassName() === "Conv2D").slice(1);
  for (const layer of convolutions) {
    tidy(() => {
      const [kernel] = layer.getWeights() as [Tensor];
      const [height, width, inputs, filters] = kernel.shape as [number, number, number, number];
      const mask = new Float32Array(height * width * inputs * filters);
      const values = new Float32Array(mask.length);
      const centre = ((height >> 1) * width + (width >> 1)) * inputs;
      for (let filter = 0; filter < Math.min(inputs, filters); filter += 1) {
        for (let at = filter; at < mask.length; at += filters) mask[at] = 1;
        values[(centre + filter) * filters + filter] = 1;
      }
      const shape: [number, number, number, number] = [height, width, inputs, filters];
      layer.setWeights([where(tensor4d(mask, shape, "bool"), tensor4d(values, shape), kernel)]);
    });
  }
}
