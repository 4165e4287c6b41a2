import { mlp } from "@minibatch/models";
import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { expect } from "vitest";
import type { FitOptions, History } from "../src/index.ts";
import { readReference } from "./readReference.ts";

const start = readReference<Record<"x" | "y" | "hidden" | "output", number[]>>("fit");

/** A run of Keras on the network and the samples of reference/fit.py. */
export interface ReferenceRun {
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly weights: readonly (readonly number[])[];
}

/** The samples that Keras was given. */
export const referenceSamples = {
  x: { data: Float32Array.from(start.x), shape: [20, 5] },
  y: { data: Int32Array.from(start.y), shape: [20] },
};

/** How Keras went over them. */
export const referenceOptions: FitOptions = { batchSize: 6, shuffle: false, validationSplit: 0.3 };

/** The network with the weights that Keras started from. */
export function referenceNetwork(optimizer: tf.Optimizer): LayersModel {
  const model = mlp({ inputShape: [5], hidden: [4], classes: 3, activation: "tanh" });
  tf.tidy(() =>
    model.setWeights([
      tf.tensor2d(start.hidden, [5, 4]),
      tf.zeros([4]),
      tf.tensor2d(start.output, [4, 3]),
      tf.zeros([3]),
    ]),
  );
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  return model;
}

/** The weights of a model, as lists. */
export function weightsOf(model: LayersModel): number[][] {
  return model.getWeights().map((weight) => [...weight.dataSync()]);
}

/** Expects that history and weights, the model's or those given, are those of Keras, but for rounding. */
export function expectRun(
  history: History,
  model: LayersModel,
  expected: ReferenceRun | undefined,
  weights: readonly (readonly number[])[] = weightsOf(model),
): void {
  if (!expected) expect.unreachable("there is no such run among the reference values");
  const camelCase = (name: string): string => name.replace(/_[a-z]/g, (part) => part.charAt(1).toUpperCase());
  expect(Object.keys(history).sort((one, other) => one.localeCompare(other))).toEqual(
    Object.keys(expected.history)
      .map(camelCase)
      .sort((one, other) => one.localeCompare(other)),
  );
  for (const [name, values] of Object.entries(expected.history)) {
    const ours = history[camelCase(name)] ?? [];
    expect(ours, name).toHaveLength(values.length);
    for (const [epoch, value] of values.entries()) {
      expect(ours[epoch], `${name} of epoch ${epoch + 1}`).toBeCloseTo(value, 4);
    }
  }
  const differences = weights.flatMap((weight, index) =>
    weight.map((value, at) => Math.abs(value - (expected.weights[index]?.[at] ?? Number.NaN))),
  );
  expect(Math.max(...differences)).toBeLessThan(2e-4);
}
