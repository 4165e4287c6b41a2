import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";

const names = ["gelu", "gelu_new", "swish", "elu", "leakyRelu"];

/** An activation of tfjs-layers, by name. */
function activationOf(name: string): (x: tf.Tensor) => tf.Tensor {
  if (name === "leakyRelu") return (x) => tf.leakyRelu(x, 0.3);
  // oxlint-disable-next-line typescript/no-explicit-any -- tfjs does not declare all of the names it takes
  const layer = tfl.layers.activation({ activation: name as any });
  return (x) => layer.apply(x) as tf.Tensor;
}

/** Values of an activation, and its gradient. */
function computed(name: string, x: tf.Tensor): tf.Tensor {
  const activation = activationOf(name);
  const dy = sample(x.shape, 2);
  const { value, grad } = tf.valueAndGrad(activation)(x, dy);
  return tf.concat([tf.reshape(value, [-1]), tf.reshape(grad, [-1])]);
}

describe.each(variants)("activations of tfjs-layers, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it.each(names)("%s equals cpu, its gradient too", async (name) => {
    for (const shape of [[1], [7], [3, 5, 5, 8], [40_000, 3]]) {
      for (const size of [1, 8, 40]) {
        const values = () => computed(name, tf.mul(sample(shape, 1), size));
        expect(await differenceFromCpu(values)).toBeLessThan(tolerance);
      }
    }
  });

  it.each(names)("%s makes of what is not finite what cpu does", async (name) => {
    const values = () => {
      const x = tf.tensor1d([Number.NaN, 1, Number.POSITIVE_INFINITY, 2, Number.NEGATIVE_INFINITY, 3]);
      return tf.cast(tf.isNaN(computed(name, x)), "float32");
    };
    expect(await differenceFromCpu(values)).toBe(0);
  });

  // tfjs has none of the others.
  it.each(["gelu", "gelu_new", "swish"])("%s has a gradient of its gradient", async (name) => {
    const second = () => {
      const gradient = tf.grad((x: tf.Tensor) => tf.sum(activationOf(name)(x)));
      return tf.grad((x: tf.Tensor) => tf.sum(gradient(x)))(sample([9], 1));
    };
    expect(await differenceFromCpu(second)).toBeLessThan(tolerance);
  });
});
