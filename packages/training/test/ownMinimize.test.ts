import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { fit } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const learningRate = 0.05;
const radius = 0.1;
const pairs: readonly (readonly [x: number, y: number])[] = [
  [1, 2.5],
  [2, 3.5],
  [-1, -2],
  [0.5, 1.5],
  [3, 5],
  [-2, -4.5],
];
const samples = {
  x: { data: Float32Array.from(pairs, ([x]) => x), shape: [6, 1], dtype: "float32" },
  y: { data: Float32Array.from(pairs, ([, y]) => y), shape: [6, 1], dtype: "float32" },
} as const;

/** Takes the gradients from where the loss is higher, one radius up (P. Foret et al. 2021, arXiv:2010.01412). */
class SharpnessAware extends tf.SGDOptimizer {
  override minimize(f: () => tf.Scalar, _returnCost?: boolean, variables: tf.Variable[] = []): null {
    const [weight] = variables;
    if (!weight) throw new Error("no variable");
    const move = (by: tf.Tensor): void => tf.tidy(() => weight.assign(tf.add(weight, by)));
    const { grads } = this.computeGradients(f, variables);
    const up = tf.tidy(() => tf.mul(tf.sign(Object.values(grads)[0] ?? Number.NaN), radius));
    move(up);
    const there = this.computeGradients(f, variables);
    move(tf.neg(up));
    this.applyGradients(there.grads);
    tf.dispose([grads, there, up]);
    return null;
  }
}

function oneWeight(optimizer: tf.Optimizer): tfl.Sequential {
  const layer = tfl.layers.dense({
    units: 1,
    useBias: false,
    inputShape: [1],
    kernelInitializer: tfl.initializers.constant({ value: -0.5 }),
  });
  const model = tfl.sequential({ layers: [layer] });
  model.compile({ optimizer, loss: "meanSquaredError", metrics: ["mse"] });
  return model;
}

function disposeAll(...models: readonly tfl.Sequential[]): void {
  for (const model of models) {
    // One that it did not make itself is not disposed of with the model.
    model.optimizer.dispose();
    model.dispose();
  }
}

it("fit(model, samples) moves the weights by the optimizer's own minimize, and reports the loss before it", () =>
  expectNoLeak(async () => {
    const model = oneWeight(new SharpnessAware(learningRate));
    const { loss, mse } = await fit(model, samples, { batchSize: 2, epochs: 2, shuffle: false });

    let weight = -0.5;
    const losses = [0, 1].map(() => {
      const costs = [0, 2, 4].map((from) => {
        const rows = pairs.slice(from, from + 2);
        const slope = (at: number) => rows.reduce((sum, [x, y]) => sum + (at * x - y) * x, 0);
        const cost = rows.reduce((sum, [x, y]) => sum + (weight * x - y) ** 2, 0) / 2;
        weight -= learningRate * slope(weight + radius * Math.sign(slope(weight)));
        return cost;
      });
      return costs.reduce((sum, cost) => sum + cost) / 3;
    });
    expect(model.getWeights()[0]?.dataSync()[0]).toBeCloseTo(weight, 5);
    for (const [epoch, value] of losses.entries()) {
      expect(loss[epoch]).toBeCloseTo(value, 4);
      expect(mse?.[epoch]).toBeCloseTo(value, 4);
    }
    disposeAll(model);
  }));

it("fit(model, samples) refuses a minimize that looks at no batch, and leaves nothing of one that throws", () =>
  expectNoLeak(async () => {
    class Still extends tf.SGDOptimizer {
      override minimize = () => null;
    }
    class Broken extends tf.SGDOptimizer {
      override minimize(f: () => tf.Scalar, _returnCost?: boolean, variables?: tf.Variable[]): null {
        tf.dispose(this.computeGradients(f, variables));
        throw new Error("Broke after the gradients.");
      }
    }
    const still = oneWeight(new Still(learningRate));
    await expect(fit(still, samples)).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining("looked at no batch"),
    });
    const broken = oneWeight(new Broken(learningRate));
    await expect(fit(broken, samples)).rejects.toThrow("Broke after the gradients.");
    disposeAll(still, broken);
  }));

it("fit(model, samples, { gradientAccumulation }) refuses an optimizer with a minimize of its own", () =>
  expectNoLeak(async () => {
    const model = oneWeight(new SharpnessAware(learningRate));
    await expect(fit(model, samples, { gradientAccumulation: 2 })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining("minimize of its own"),
    });
    disposeAll(model);
  }));
