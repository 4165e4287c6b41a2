import { startBackend } from "@minibatch/backends";
import { resnet } from "@minibatch/models";
import { fit, type FitOptions, makeOptimizer } from "@minibatch/training";
import { expectNoLeak } from "@minibatch/testing";
import type { Optimizer } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";

const samples = {
  x: { data: Uint8Array.from({ length: 24 * 36 }, (_, at) => (at * 73) % 256), shape: [24, 6, 6, 1] },
  y: { data: Uint8Array.from({ length: 24 }, (_, row) => row % 3), shape: [24] },
};

const options: FitOptions = {
  epochs: 4,
  batchSize: 12,
  labelSmoothing: 0.2,
  gradientAccumulation: 2,
  weightAverage: { kind: "lookahead", every: 3 },
};

const makers = {
  sgd: () =>
    makeOptimizer("sgd", {
      learningRate: 0.05,
      momentum: 0.8,
      nesterov: true,
      weightDecay: 0.5,
      groups: [{ weights: /beta/, learningRate: 4, weightDecay: 0 }],
    }),
  adamw: () => makeOptimizer("adamw", { learningRate: 0.01, weightDecay: 2 }),
} as const;

const fused = Symbol.for("@minibatch/wasm-kernels/decayedStep");

/** The losses of a few epochs with all that a modern recipe asks for. */
async function losses(
  backend: "cpu" | "wasm",
  activation: "gelu" | "relu",
  make: () => Optimizer,
): Promise<readonly number[]> {
  await startBackend(backend);
  return expectNoLeak(async () => {
    const model = resnet({ inputShape: [6, 6, 1], widths: [4, 6], classes: 3, activation });
    const optimizer = make();
    expect(fused in optimizer || backend === "cpu").toBe(true);
    model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
    const { loss } = await fit(model, samples, options);
    model.dispose();
    optimizer.dispose();
    return loss;
  });
}

it.for([
  ["gelu", "sgd"],
  ["relu", "adamw"],
] as const)(
  "fit(model, samples, { labelSmoothing, … }) of %s by %s has the losses of cpu on wasm",
  async ([activation, name]) => {
    const expected = await losses("cpu", activation, makers[name]);
    const actual = await losses("wasm", activation, makers[name]);
    for (const [epoch, loss] of expected.entries()) expect(actual[epoch]).toBeCloseTo(loss, 3);
    expect(expected.at(-1)).toBeLessThan(expected[0] ?? 0);
  },
);
