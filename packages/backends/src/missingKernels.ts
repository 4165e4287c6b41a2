import * as tf from "@tensorflow/tfjs-core";
import { activationKernels, layerKernels } from "./layerKernels.ts";

/** As much of a layer as the check reads; layers of tfjs-layers have it. */
export interface CheckableLayer {
  readonly name: string;
  getClassName(): string;
  getConfig(): unknown;
}

/** As much of a model as the check reads; every `LayersModel` has it. */
export interface CheckableModel {
  readonly layers: readonly CheckableLayer[];
}

/** A kernel that a layer needs for training, and the backend lacks. */
export interface MissingKernel {
  readonly layer: string;
  readonly kernel: string;
}

/**
 * Says before a training run what would break it: walks the layers of a model and looks up the kernels of their gradients
 * on the backend that runs. Layers of your own are not known, and count as fine.
 *
 * @returns what is missing; empty when the model trains
 * @example
 * await startBackend("wasm");
 * missingKernels(model); // []
 */
export function missingKernels(model: CheckableModel): MissingKernel[] {
  const backend = tf.getBackend();
  return model.layers.flatMap((layer) =>
    kernelsOf(layer)
      .filter((kernel) => !tf.getKernel(kernel, backend))
      .map((kernel) => ({ layer: layer.name, kernel })),
  );
}

function kernelsOf(layer: CheckableLayer): readonly string[] {
  const config = layer.getConfig() as {
    readonly activation?: unknown;
    readonly recurrentActivation?: unknown;
    readonly layer?: { readonly className?: string };
  };
  const activations = [config.activation, config.recurrentActivation].flatMap((name) =>
    typeof name === "string" ? (activationKernels[camelCase(name)] ?? []) : [],
  );
  const wrapped = layerKernels[config.layer?.className ?? ""] ?? [];
  return [...new Set([...(layerKernels[layer.getClassName()] ?? []), ...wrapped, ...activations])];
}

/** tfjs writes some names as Python does. */
function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
