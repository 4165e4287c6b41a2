import { input, type LayersModel, model, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { KernelInitializer } from "./kernelInitializer.ts";
import { ModelError } from "./ModelError.ts";
import { requireClasses } from "./requireClasses.ts";
import { requireList } from "./requireList.ts";
import { requirePositiveInteger } from "./requirePositiveInteger.ts";
import { requireShape } from "./requireShape.ts";
import type { Activation } from "./activationNames.ts";
import { type SeededLayers, seededLayers } from "./seededLayers.ts";

/** Options of {@link resnet}. */
export interface ResnetOptions {
  /** The shape of one image, `[height, width, channels]`, such as `cifar10.inputShape`. */
  readonly inputShape: readonly number[];
  /** The channels of each group of blocks, e.g. `[16, 32, 64]`; each group halves height and width of the one before. */
  readonly widths: readonly number[];
  /**
   * How many residual blocks a group has, two convolutions each; a list gives one for each group.
   *
   * @default 1
   */
  readonly blocks?: number | readonly number[] | undefined;
  /**
   * How a group halves the image: `stride`, by its first block, whose shortcut is a convolution 1x1 then (He and others); or `pool`, by a
   * convolution and max pooling before its blocks (D. Page), so that a group may have no block.
   *
   * @default "stride"
   */
  readonly downsampling?: "stride" | "pool" | undefined;
  /** The number of classes, at least 2. */
  readonly classes: number;
  /**
   * The activation behind each normalization.
   *
   * @default "relu"
   */
  readonly activation?: Activation | undefined;
  /**
   * How the kernels of convolutions start.
   *
   * @default "heNormal"
   */
  readonly kernelInitializer?: KernelInitializer | undefined;
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes a residual network: a convolution 3x3, groups of residual blocks with batch normalization, the mean of each channel over all pixels,
 * then a dense layer with softmax. In a block two convolutions 3x3 compute what comes to its input (He and others 2015,
 * arXiv:1512.03385).
 *
 * Input `[batch, height, width, channels]`, output `[batch, classes]`: probabilities that sum to 1.
 *
 * @returns an uncompiled model
 * @throws {ModelError} `INVALID_ARGUMENT`, also when the groups shrink the image to nothing
 * @example
 * const resnet9 = resnet({
 *   inputShape: [32, 32, 3],
 *   widths: [64, 128, 256, 512],
 *   blocks: [0, 1, 0, 1],
 *   downsampling: "pool",
 *   classes: 10,
 * });
 */
export function resnet(options: ResnetOptions): LayersModel {
  const { inputShape, widths, blocks = 1, downsampling = "stride", classes, seed = 1 } = options;
  const { activation = "relu", kernelInitializer = "heNormal" } = options;
  requireNetwork(options);
  const block = blockOf(seededLayers(seed), activation, kernelInitializer);

  const images = input({ shape: [...inputShape], name: "input1" });
  let x = block.convolve(images, widths[0] as number);
  for (const [group, width] of widths.entries()) {
    const count = typeof blocks === "number" ? blocks : (blocks[group] as number);
    if (group > 0 && downsampling === "pool") x = block.convolve(x, width, true);
    for (let index = 0; index < count; index += 1) {
      const stride = group > 0 && index === 0 && downsampling === "stride" ? 2 : 1;
      x = block.residual(x, width, stride);
    }
  }
  return model({ inputs: images, outputs: block.classify(x, classes) });
}

/**
 * Makes the residual network of 20 layers for CIFAR-10 (He and others 2015, arXiv:1512.03385, section 4.2): groups of 16, 32 and 64
 * channels with three blocks each.
 *
 * @throws {ModelError} `INVALID_ARGUMENT`
 * @example
 * resnet20({ inputShape: [32, 32, 3], classes: 10 });
 */
export function resnet20(options: Omit<ResnetOptions, "widths" | "blocks" | "downsampling">): LayersModel {
  return resnet({ ...options, widths: [16, 32, 64], blocks: 3 });
}

/** The parts of a network, each applied to what comes before it. */
function blockOf(make: SeededLayers, activation: Activation, kernelInitializer: KernelInitializer) {
  type Layers = Parameters<typeof apply>[1];
  const apply = (x: SymbolicTensor, layers: readonly { apply(x: SymbolicTensor): unknown }[]) =>
    layers.reduce((value, layer) => layer.apply(value) as SymbolicTensor, x);
  const conv = (filters: number, strides = 1, kernelSize = 3): Layers => [
    make.conv2d({ filters, kernelSize, strides, padding: "same", useBias: false, kernelInitializer }),
    make.batchNormalization(),
  ];
  return {
    convolve: (x: SymbolicTensor, width: number, pooled = false) =>
      apply(x, [...conv(width), ...make.activation(activation), ...(pooled ? [make.maxPooling2d(2)] : [])]),
    residual(x: SymbolicTensor, width: number, stride: number) {
      const inner = apply(x, [...conv(width, stride), ...make.activation(activation), ...conv(width)]);
      const same = stride === 1 && x.shape.at(-1) === width;
      const shortcut = same ? x : apply(x, conv(width, stride, 1));
      const sum = make.add().apply([inner, shortcut]) as SymbolicTensor;
      return apply(sum, make.activation(activation));
    },
    classify: (x: SymbolicTensor, classes: number) =>
      apply(x, [make.globalAveragePooling2d(), make.dense({ units: classes, activation: "softmax" })]),
  };
}

function requireNetwork({ inputShape, widths, blocks = 1, downsampling, classes }: ResnetOptions): void {
  requireShape(inputShape);
  if (inputShape.length !== 3) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `inputShape must be [height, width, channels], but it is [${inputShape.join(", ")}].`,
    );
  }
  requireClasses(classes);
  requireList(widths, "widths", "[16, 32, 64]");
  if (widths.length === 0) throw new ModelError("INVALID_ARGUMENT", "widths must hold at least one width.");
  for (const width of widths) requirePositiveInteger(width, "width");
  const counts = typeof blocks === "number" ? widths.map(() => blocks) : blocks;
  const least = downsampling === "pool" ? 0 : 1;
  if (
    counts.length !== widths.length ||
    counts.some((count) => !(Number.isInteger(count) && count >= least))
  ) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `blocks must be whole numbers from ${least}, one for each of the ${widths.length} widths, but they are ` +
        `${counts.join(", ")}.`,
    );
  }
  const [height = 0, width = 0] = inputShape;
  if (downsampling !== "pool" || Math.min(height, width) >= 2 ** (widths.length - 1)) return;
  throw new ModelError(
    "INVALID_ARGUMENT",
    `${widths.length} groups shrink the ${height}x${width} image to nothing. Use fewer widths.`,
  );
}
