import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import type { KernelInitializer } from "./kernelInitializer.ts";
import { ModelError } from "./ModelError.ts";
import { requireClasses } from "./requireClasses.ts";
import { requireList } from "./requireList.ts";
import { requirePositiveInteger } from "./requirePositiveInteger.ts";
import { requireShape } from "./requireShape.ts";
import type { Activation } from "./activationNames.ts";
import { seededLayers } from "./seededLayers.ts";

/** One block of a {@link cnn}: convolutions, then pooling, then dropout. */
export interface CnnBlock {
  /** The filters of each convolution of the block, e.g. `[32, 32]`. */
  readonly filters: readonly number[];
  /**
   * The height and width of the filters.
   *
   * @default 3
   */
  readonly kernelSize?: number | undefined;
  /**
   * `valid` lets the image shrink, `same` pads it with zeros; a list gives one for each convolution.
   *
   * @default "valid"
   */
  readonly padding?: "valid" | "same" | readonly ("valid" | "same")[] | undefined;
  /**
   * The height, width and stride of the max pooling after the convolutions; 1 for none.
   *
   * @default 2
   */
  readonly pool?: number | undefined;
  /**
   * The share of values that is dropped after the pooling, 0 to below 1.
   *
   * @default 0
   */
  readonly dropout?: number | undefined;
}

/** Options of {@link cnn}. */
export interface CnnOptions {
  /** The shape of one image, `[height, width, channels]`, such as `mnist.inputShape`. */
  readonly inputShape: readonly number[];
  /** The convolutional blocks, from the image inwards. */
  readonly blocks: readonly CnnBlock[];
  /**
   * The units of each dense layer between the blocks and the output.
   *
   * @default []
   */
  readonly hidden?: readonly number[] | undefined;
  /**
   * The share of values that is dropped before the output layer, 0 to below 1.
   *
   * @default 0
   */
  readonly dropout?: number | undefined;
  /** The number of classes, at least 2. */
  readonly classes: number;
  /**
   * The activation of convolutions and hidden layers.
   *
   * @default "relu"
   */
  readonly activation?: Activation | undefined;
  /**
   * Whether each convolution is followed by batch normalization, then by its activation; it needs no bias then.
   *
   * @default false
   */
  readonly batchNorm?: boolean | undefined;
  /**
   * Whether the last block ends in the mean of each channel over all pixels, instead of all pixels one by one.
   *
   * @default false
   */
  readonly globalPooling?: boolean | undefined;
  /**
   * How the kernels of convolutions and hidden layers start; that of the output layer is Glorot-uniform always.
   *
   * @default "glorotUniform"
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
 * Makes a convolutional network: blocks of convolutions with max pooling, dense layers, then a dense layer with
 * softmax. One convolution a block is LeNet's pattern, two a block VGG's.
 *
 * Input `[batch, height, width, channels]`, output `[batch, classes]`: probabilities that sum to 1.
 *
 * @returns an uncompiled model
 * @throws {ModelError} `INVALID_ARGUMENT`, also when the blocks shrink the image to nothing
 * @example
 * const model = cnn({
 *   inputShape: [28, 28, 1],
 *   blocks: [{ filters: [32] }, { filters: [64] }],
 *   dropout: 0.5,
 *   classes: 10,
 * });
 * model.countParams(); // 34826
 */
export function cnn(options: CnnOptions): LayersModel {
  const { inputShape, blocks, hidden = [], dropout = 0, classes, seed = 1 } = options;
  const { activation = "relu", kernelInitializer, batchNorm = false, globalPooling = false } = options;
  requireShape(inputShape);
  if (inputShape.length !== 3) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `inputShape must be [height, width, channels], but it is [${inputShape.join(", ")}].`,
    );
  }
  requireList(blocks, "blocks", "[{ filters: [32] }, { filters: [64] }]");
  if (blocks.length === 0) throw new ModelError("INVALID_ARGUMENT", "blocks must hold at least one block.");
  requireClasses(classes);
  requireRoom(inputShape, blocks);

  const make = seededLayers(seed);
  const model = sequential();
  for (const { filters, kernelSize = 3, padding = "valid", pool = 2, dropout: blockDropout = 0 } of blocks) {
    for (const [index, count] of filters.entries()) {
      model.add(
        make.conv2d({
          filters: count,
          kernelSize,
          kernelInitializer,
          ...(batchNorm ? { useBias: false } : { activation }),
          padding: typeof padding === "string" ? padding : (padding[index] ?? "valid"),
          ...(model.layers.length === 0 && { inputShape: [...inputShape] }),
        }),
      );
      if (!batchNorm) continue;
      for (const layer of [make.batchNormalization(), ...make.activation(activation)]) model.add(layer);
    }
    if (pool > 1) model.add(make.maxPooling2d(pool));
    for (const layer of make.dropout(blockDropout)) model.add(layer);
  }
  model.add(globalPooling ? make.globalAveragePooling2d() : make.flatten());
  for (const units of hidden) model.add(make.dense({ units, activation, kernelInitializer }));
  for (const layer of make.dropout(dropout)) model.add(layer);
  model.add(make.dense({ units: classes, activation: "softmax" }));
  return model;
}

/** Throws when the blocks leave no pixel: tfjs would build such a model and fail in the first batch. */
function requireRoom([height, width]: readonly number[], blocks: readonly CnnBlock[]): void {
  let [rows, columns] = [height as number, width as number];
  for (const [index, { filters, kernelSize = 3, padding = "valid", pool = 2 }] of blocks.entries()) {
    requireList(filters, "filters", "[32] or [32, 32]");
    if (filters.length === 0) {
      throw new ModelError("INVALID_ARGUMENT", `Block ${index + 1} must hold at least one convolution.`);
    }
    requirePositiveInteger(kernelSize, "kernelSize");
    requirePositiveInteger(pool, "pool");
    for (const position of filters.keys()) {
      const mode = typeof padding === "string" ? padding : (padding[position] ?? "valid");
      if (mode === "same") continue;
      if (mode !== "valid") {
        throw new ModelError(
          "INVALID_ARGUMENT",
          `padding must be "valid" or "same", but it is ${String(mode)}.`,
        );
      }
      rows -= kernelSize - 1;
      columns -= kernelSize - 1;
    }
    rows = Math.floor(rows / pool);
    columns = Math.floor(columns / pool);
    if (rows >= 1 && columns >= 1) continue;
    throw new ModelError(
      "INVALID_ARGUMENT",
      `Block ${index + 1} of ${blocks.length} shrinks the ${height}x${width} image to nothing. ` +
        'Use fewer blocks, a smaller kernelSize or pool, or padding "same".',
    );
  }
}
