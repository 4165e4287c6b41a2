import { type LayersModel, layers } from "@tensorflow/tfjs-layers";
import { deriveSeed } from "./deriveSeed.ts";
import { type KernelInitializer, kernelInitializer } from "./kernelInitializer.ts";
import { ModelError } from "./ModelError.ts";
import { requirePositiveInteger } from "./requirePositiveInteger.ts";
import { requireShape } from "./requireShape.ts";

type Layer = LayersModel["layers"][number];
type DenseOptions = Drawn<Parameters<typeof layers.dense>[0]>;
type Conv2dOptions = Drawn<Parameters<typeof layers.conv2d>[0]>;

/** Options of a layer that say how its kernel is drawn by a name, `glorotUniform` unless told. */
type Drawn<Options> = Omit<Options, "kernelInitializer"> & {
  kernelInitializer?: KernelInitializer | undefined;
};

/** Activations that the factories accept between layers, by their Keras names. */
export type Activation = "relu" | "elu" | "selu" | "sigmoid" | "tanh" | "linear";

const activations: readonly string[] = [
  "relu",
  "elu",
  "selu",
  "sigmoid",
  "tanh",
  "linear",
  "softmax",
] satisfies (Activation | "softmax")[];

/** Throws `INVALID_ARGUMENT` for an activation that tfjs does not know by this name. */
function requireActivation(name: string | undefined): void {
  if (name === undefined || activations.includes(name)) return;
  throw new ModelError(
    "INVALID_ARGUMENT",
    `activation must be one of ${activations.join(", ")}, but it is ${name}.`,
  );
}

/**
 * Makes layers whose names count up within a model (tfjs counts within the process, which would make two equal
 * models differ) and whose kernels are drawn as Keras draws them, each from a seed of its own.
 */
export interface SeededLayers {
  dense(options: DenseOptions): Layer;
  conv2d(options: Conv2dOptions): Layer;
  maxPooling2d(poolSize: number): Layer;
  flatten(): Layer;
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
      requirePositiveInteger(options.units, "units");
      requireActivation(options.activation);
      const name = nextName("dense");
      return layers.dense({ ...options, kernelInitializer: kernelOf(name, options.kernelInitializer), name });
    },
    conv2d(options) {
      requirePositiveInteger(options.filters, "filters");
      requireActivation(options.activation);
      const name = nextName("conv");
      return layers.conv2d({
        ...options,
        kernelInitializer: kernelOf(name, options.kernelInitializer),
        name,
      });
    },
    maxPooling2d(poolSize) {
      requirePositiveInteger(poolSize, "pool size");
      return layers.maxPooling2d({ poolSize, name: nextName("pool") });
    },
    flatten() {
      return layers.flatten({ name: nextName("flatten") });
    },
    flatInput(inputShape) {
      const shape = [...inputShape];
      requireShape(shape);
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
