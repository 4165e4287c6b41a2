import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { optimizerPath } from "../src/index.ts";

/** A bowl that is steep in one weight and flat in the other, and not even. */
const gradient = ([x = 0, y = 0]: readonly number[]): number[] => [4 * x + y, x + 0.2 * y ** 3];

it.for([
  ["sgd", (rate: number) => tf.train.sgd(rate)],
  ["momentum", (rate: number) => tf.train.momentum(rate, 0.9)],
  ["rmsprop", (rate: number) => tf.train.rmsprop(rate)],
  ["adam", (rate: number) => tf.train.adam(rate)],
] as const)(
  "optimizerPath(gradient, { rule: %o }) takes the steps of tfjs' optimizer",
  async ([rule, create]) => {
    await tf.setBackend("cpu");
    await expectNoLeak(() => {
      tf.tidy(() => {
        const path = optimizerPath(gradient, { rule, start: [1, -2], learningRate: 0.05, steps: 25 });
        expect(path.length).toBe(26);
        const variable = tf.variable(tf.tensor1d([1, -2]));
        const optimizer = create(0.05);
        for (const weights of path) {
          const values = [...variable.dataSync()];
          for (const [at, value] of values.entries()) expect(weights[at]).toBeCloseTo(value, 4);
          optimizer.applyGradients([{ name: variable.name, tensor: tf.tensor1d(gradient(values)) }]);
        }
        variable.dispose();
        optimizer.dispose();
        // Momentum leaves behind the rate that it has from plain descent.
        tf.dispose((optimizer as unknown as { readonly c?: tf.Tensor }).c ?? []);
      });
    });
  },
);

it("optimizerPath(gradient, options) ends where a weight is no longer finite, and refuses a rate of 0", () => {
  const steep = ([w = 0]: readonly number[]): number[] => [2 * w];
  const options = { rule: "sgd", start: [1], learningRate: 1e200, steps: 10 } as const;
  const path = optimizerPath(steep, options);
  expect(path.length).toBe(2);
  expect(path.flat().every(Number.isFinite)).toBe(true);
  expect(() => optimizerPath(steep, { ...options, learningRate: 0 })).toThrow(
    expect.objectContaining({ code: "INVALID_ARGUMENT" }),
  );
});
