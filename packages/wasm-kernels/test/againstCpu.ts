import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { installWasmKernels, shareWasmMemory } from "../src/index.ts";
import type { WasmKernelsOptions } from "../src/index.ts";
import { useWideKernels } from "./useWideKernels.ts";

/** The ways in which products and convolutions are computed, for `describe.each`. */
export const variants: readonly (readonly [name: string, options: WasmKernelsOptions])[] = [
  ["relaxed SIMD where the engine has it", { threads: 1, wideSimd: false }],
  ["plain SIMD", { threads: 1, relaxedSimd: false }],
  ["the wide loops", { threads: 1, wideSimd: true }],
  ["three threads", { threads: 3 }],
];

/** Starts both backends, with the kernels under "wasm". `wideSimd: true` is for engines too that have none, see {@link useWideKernels}. */
export async function startBackends(options: WasmKernelsOptions = { threads: 1 }): Promise<void> {
  await import("@tensorflow/tfjs-backend-cpu");
  const tfjsWasm = await import("@tensorflow/tfjs-backend-wasm");
  if (!("wasm" in tf.engine().registry)) await shareWasmMemory(tfjsWasm);
  // Registers the gradients of every operation.
  await import("@tensorflow/tfjs-layers");
  await tf.setBackend("cpu");
  // It prints advice on other backends at its first tensor otherwise.
  (tf.backend() as { firstUse?: boolean }).firstUse = false;
  await tf.setBackend("wasm");
  await installAnew(options);
}

async function installAnew(options: WasmKernelsOptions): Promise<void> {
  (await installWasmKernels(options)).uninstall();
  const restore = options.wideSimd === true ? useWideKernels() : undefined;
  await installWasmKernels(options);
  restore?.();
}

/** A tensor of values between -1 and 1, the same for the same seed. */
export function sample(shape: readonly number[], seed: number): tf.Tensor {
  let state = (seed + 1) * 2654435761;
  const values = Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state / 2 ** 31 - 1;
  });
  return tf.tensor(values, [...shape]);
}

/** What the kernels may differ from cpu, as a part of the largest value of a result. */
export const tolerance = 1e-4;

/**
 * Runs a computation on "cpu" and on "wasm", and sees that neither leaves tensors behind.
 *
 * @param compute makes its inputs itself, so that they lie on the backend it runs on
 * @param reference what to run on "cpu" instead, where cpu has another way to the same result
 * @returns the largest difference, as a part of the largest value; infinite where the shapes differ
 */
export async function differenceFromCpu(
  compute: () => tf.Tensor,
  reference: () => tf.Tensor = compute,
): Promise<number> {
  return differenceFrom(await computedOn("cpu", reference), compute);
}

/** As {@link differenceFromCpu}, where what "cpu" gives is known. */
export async function differenceFrom(
  [expected, expectedShape]: Awaited<ReturnType<typeof computedOn>>,
  compute: () => tf.Tensor,
): Promise<number> {
  const [actual, actualShape] = await computedOn("wasm", compute);
  if (!tf.util.arraysEqual(actualShape, expectedShape)) return Number.POSITIVE_INFINITY;
  return relativeError(actual, expected);
}

/** The values of a computation and their shape; no tensor is left behind. */
export async function computedOn(
  backend: string,
  compute: () => tf.Tensor,
): Promise<[ArrayLike<number>, number[]]> {
  await tf.setBackend(backend);
  return expectNoLeak(async () => {
    const result = tf.tidy(compute);
    const values = await result.data();
    result.dispose();
    return [values, result.shape];
  });
}

/** The largest difference, as a part of the largest value. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let difference = 0;
  let size = 1e-6;
  for (const [index, value] of Array.from(expected).entries()) {
    const gap = Math.abs((actual[index] ?? Number.NaN) - value);
    if (!(gap <= difference)) difference = gap;
    size = Math.max(size, Math.abs(value));
  }
  return difference / size;
}
