import { type LayersModel, layers } from "@tensorflow/tfjs-layers";
import { type Activation, activationNames } from "./activationNames.ts";
import { completeNormalization } from "./completeNormalization.ts";
import { deriveSeed } from "./deriveSeed.ts";
import { type KernelInitializer, kernelInitializer } from "./kernelInitializer.ts";
import { ModelError } from "./ModelError.ts";
import { requirePositiveInteger } from "./requirePositiveInteger.ts";
import { requireShape } from "./requireShape.ts";

type Layer = LayersModel["layers"][number];
type DenseOptions = Drawn<Parameters<typeof layers.dense>[0]>;
type Conv2dOptions = Drawn<Parameters<typeof layers.conv2d>[0]>;
type NormalizationOptions = Omit<NonNullable<Parameters<typeof layers.batchNormalization>[0]>, "name">;

/** Options of a layer that say how its kernel is drawn by a name, `glorotUniform` unless told. */
type Drawn<Options> = Omit<Options, "kernelInitializer" | "activation"> & {
  kernelInitializer?: KernelInitializer | undefined;
  activation?: Activation | "softmax" | undefined;
};

/**
 * The name by which tfjs knows an activation, and Keras too.
 *
 * @throws {ModelError} `INVALID_ARGUMENT` for an unknown one
 */
function nameOf<Name extends string>(name: Name): Exclude<Name, "silu"> | "swish" {
  if (name === "silu") return "swish";
  if (activationNames.includes(name)) return name as Exclude<Name, "silu">;
  throw new ModelError(
    "INVALID_ARGUMENT",
    `activation must be one of ${activationNames.join(", ")}, but it is ${name}.`,
  );
}

/**
 * Makes layers whose names count up within a model (tfjs counts within the process, which would make two equal
 * models differ) and whose kernels are drawn as Keras draws them, each from a seed of its own.
 */
export interface SeededLayers {
  dense(options: DenseOptions): Layer;
  conv2d(options: Conv2dOptions): Layer;
  batchNormalization(options?: NormalizationOptions): Layer;
  /** An activation of its own, or nothing for `linear`. */
  activation(name: Activation | "softmax"): Layer[];
  /** The sum of several inputs. */
  add(): Layer;
  maxPooling2d(poolSize: number): Layer;
  /** The mean of each channel over all pixels. */
  globalAveragePooling2d(): Layer;
  flatten(): Layer;
  /** The first layer of any network: takes inputs of this shape as they are. */
  input(inputShape: readonly number[]): Layer;
  /** The first layer of a dense network: takes inputs of this shape and flattens them where they have several axes. */
  flatInput(inputShape: readonly number[]): Layer;
  /** Values times `scale` plus `offset`, as Keras' `Rescaling`. */
  rescaling(scale: number, offset: number): Layer;
  /** A dropout layer, or nothing for a rate of 0. */
  dropout(rate: number): Layer[];
}

/** See {@link SeededLayers}. */
export function seededLayers(seed: number): SeededLayers {
  if (!Number.isSafeInteger(seed)) {
    throw new ModelError("INVALID_ARGUMENT", `seed must be an integer, but it is ${seed}.`);
  }
  const counts = new Map<string, number>();
  const nextName = (kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kind}${count}`;
  };
  const kernelOf = (name: string, initializer: KernelInitializer = "glorotUniform") =>
    kernelInitializer(initializer, deriveSeed(seed, name, "kernel"));

  return {
    dense(options) {
      const { activation = "linear", kernelInitializer: initializer, ...rest } = options;
      requirePositiveInteger(options.units, "units");
      const name = nextName("dense");
      return layers.dense({
        ...rest,
        activation: nameOf(activation),
        kernelInitializer: kernelOf(name, initializer),
        name,
      });
    },
    conv2d(options) {
      const { activation = "linear", kernelInitializer: initializer, ...rest } = options;
      requirePositiveInteger(options.filters, "filters");
      const name = nextName("conv");
      return layers.conv2d({
        ...rest,
        activation: nameOf(activation),
        kernelInitializer: kernelOf(name, initializer),
        name,
      });
    },
    batchNormalization(options) {
      const layer = layers.batchNormalization({ ...options, name: nextName("norm") });
      completeNormalization(layer);
      return layer;
    },
    activation(chosen) {
      const activation = nameOf(chosen);
      return activation === "linear" ? [] : [layers.activation({ activation, name: nextName("activation") })];
    },
    add() {
      return layers.add({ name: nextName("add") });
    },
    maxPooling2d(poolSize) {
      requirePositiveInteger(poolSize, "pool size");
      return layers.maxPooling2d({ poolSize, name: nextName("pool") });
    },
    globalAveragePooling2d() {
      return layers.globalAveragePooling2d({ name: nextName("globalPool") });
    },
    flatten() {
      return layers.flatten({ name: nextName("flatten") });
    },
    input(inputShape) {
      return layers.inputLayer({ inputShape: [...inputShape], name: nextName("input") });
    },
    flatInput(inputShape) {
      requireShape(inputShape);
      const shape = [...inputShape];
      return shape.length === 1
        ? layers.inputLayer({ inputShape: shape, name: nextName("input") })
        : layers.flatten({ inputShape: shape, name: nextName("flatten") });
    },
    rescaling(scale, offset) {
      if (!(Number.isFinite(scale) && scale !== 0 && Number.isFinite(offset))) {
        throw new ModelError(
          "INVALID_ARGUMENT",
          `A scaling needs a finite scale that is not 0 and a finite offset, but they are ${scale} and ${offset}.`,
        );
      }
      return layers.rescaling({ scale, offset, name: nextName("rescaling") });
    },
    dropout(rate) {
      if (!(rate >= 0 && rate < 1)) {
        throw new ModelError(
          "INVALID_ARGUMENT",
          `dropout must be at least 0 and below 1, but it is ${rate}.`,
        );
      }
      return rate === 0 ? [] : [layers.dropout({ rate, name: nextName("dropout") })];
    },
  };
}
