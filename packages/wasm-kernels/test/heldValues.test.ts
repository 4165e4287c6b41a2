import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sample, startBackends, variants } from "./againstCpu.ts";
import { bystanders } from "./bystanders.ts";
import { nearly } from "./nearly.ts";

type Step = (
  hold: (tensor: tf.Tensor) => tf.Tensor,
  x: tf.Tensor,
  weights: readonly tf.Variable[],
) => tf.Tensor;

/** What is put off where gradients are recorded, with weights that an optimizer moves meanwhile. */
const steps: readonly (readonly [name: string, xShape: number[], weightShapes: number[][], step: Step])[] = [
  ["a product", [3, 5], [[5, 4]], (hold, x, [w]) => tf.relu(hold(tf.matMul(x, w as tf.Tensor)))],
  [
    "a product and its bias",
    [3, 5],
    [[5, 4], [4]],
    (hold, x, [w, b]) => tf.relu(hold(tf.add(tf.matMul(x, w as tf.Tensor), b as tf.Tensor))),
  ],
  [
    "a product, its bias and relu",
    [3, 5],
    [[5, 4], [4]],
    (hold, x, [w, b]) => hold(tf.relu(tf.add(tf.matMul(x, w as tf.Tensor), b as tf.Tensor))),
  ],
  ["a convolution", [2, 6, 6, 2], [[3, 3, 2, 4]], (hold, x, [w]) => tf.relu(hold(convolve(x, w)))],
  [
    "a convolution that is pooled, its bias and relu",
    [2, 6, 6, 2],
    [[3, 3, 2, 4], [4]],
    (hold, x, [w, b]) => pool(hold(tf.relu(tf.add(convolve(x, w), b as tf.Tensor)))),
  ],
];

function convolve(x: tf.Tensor, filter: tf.Tensor | undefined): tf.Tensor {
  return tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same");
}

function pool(x: tf.Tensor): tf.Tensor {
  return tf.maxPool(x as tf.Tensor4D, 2, 2, "valid");
}

describe.each(variants)("what is kept over the optimizer's step, %s", (_variant, options) => {
  beforeAll(() => startBackends(options));
  beforeEach(() => tf.setBackend("wasm"));

  describe.each(steps)("%s", (_name, xShape, weightShapes, step) => {
    /** Takes a step, keeps something of it, and acts on that when the weights are others. */
    async function keepOver(act: (kept: tf.Tensor, expected: number[]) => void): Promise<void> {
      await expectNoLeak(() => {
        const x = sample(xShape, 1);
        const weights = weightShapes.map((shape, i) => tf.tidy(() => tf.variable(sample(shape, i + 2))));
        const others = bystanders();
        let kept = tf.scalar(0) as tf.Tensor;
        const optimizer = tf.train.sgd(0.1);
        const hold = (tensor: tf.Tensor) => {
          kept.dispose();
          return (kept = tf.keep(tensor));
        };
        const expected = tf.tidy(() => {
          step(hold, x, weights);
          return [...kept.dataSync()];
        });
        optimizer.minimize(() => tf.sum(step(hold, x, weights)), false, weights);
        const moved = weights.map((weight) => [...weight.dataSync()]);
        act(kept, nearly(expected));
        kept.dispose();
        expect(weights.map((weight) => [...weight.dataSync()])).toEqual(moved);
        expect(others.changed()).toBe(0);
        others.dispose();
        tf.dispose([x, ...weights]);
        optimizer.dispose();
      });
    }

    it("is computed with the weights of before", () =>
      keepOver((kept, expected) => expect([...kept.dataSync()]).toEqual(expected)));

    it("frees nothing of the weights when nobody has read it", () =>
      keepOver((kept) => {
        kept.dispose();
        expect(kept.isDisposed).toBe(true);
      }));
  });
});
