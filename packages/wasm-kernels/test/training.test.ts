import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";

/** Every classic layer once; no dropout, which cannot be seeded across backends. */
function convnet(): tfl.Sequential {
  const seeded = (seed: number) => tfl.initializers.glorotUniform({ seed });
  const model = tfl.sequential({
    layers: [
      tfl.layers.conv2d({
        inputShape: [12, 12, 2],
        filters: 6,
        kernelSize: 3,
        padding: "same",
        activation: "relu",
        kernelInitializer: seeded(1),
      }),
      tfl.layers.batchNormalization(),
      tfl.layers.maxPooling2d({ poolSize: 2 }),
      tfl.layers.depthwiseConv2d({ kernelSize: 3, activation: "elu", depthwiseInitializer: seeded(2) }),
      tfl.layers.averagePooling2d({ poolSize: 2 }),
      tfl.layers.conv2d({ filters: 5, kernelSize: 2, activation: "tanh", kernelInitializer: seeded(3) }),
      tfl.layers.flatten(),
      tfl.layers.dense({ units: 8, activation: "sigmoid", kernelInitializer: seeded(4) }),
      tfl.layers.dense({ units: 3, activation: "softmax", kernelInitializer: seeded(5) }),
    ],
  });
  return model;
}

function batch(size: number): [tf.Tensor, tf.Tensor] {
  const labels = tf.tensor1d(
    Array.from({ length: size }, (_, index) => index % 3),
    "int32",
  );
  // Each class has a level of its own, so that there is something to learn.
  const levels = tf.reshape(tf.cast(labels, "float32"), [size, 1, 1, 1]);
  return [tf.add(sample([size, 12, 12, 2], 7), levels), tf.cast(tf.oneHot(labels, 3), "float32")];
}

describe.each(variants)("a convnet, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("has the gradients of cpu", async () => {
    const gradients = () => {
      const model = convnet();
      const [x, y] = batch(6);
      const loss = () => {
        const output = model.apply(x, { training: true }) as tf.Tensor;
        return tf.mean<tf.Scalar>(tfl.metrics.categoricalCrossentropy(y, output));
      };
      const { grads } = tf.variableGrads(loss);
      const flat = tf.concat(Object.values(grads).map((gradient) => tf.reshape(gradient, [-1])));
      model.dispose();
      return flat;
    };
    expect(await differenceFromCpu(gradients)).toBeLessThan(tolerance);
  });

  it.each([
    ["sgd", () => tf.train.sgd(0.05)],
    ["rmsprop", () => tf.train.rmsprop(0.003)],
    ["adam", () => tf.train.adam(0.003)],
    ["adadelta", () => tf.train.adadelta(0.5)],
  ])("learns under plain model.fit with %s", async (_name, makeOptimizer) => {
    await tf.setBackend("wasm");
    await expectNoLeak(async () => {
      const model = convnet();
      const optimizer = makeOptimizer();
      model.compile({ optimizer, loss: "categoricalCrossentropy", metrics: ["accuracy"] });
      const [x, y] = tf.tidy(() => batch(48));
      const { history } = await model.fit(x, y, { epochs: 6, batchSize: 16, shuffle: false });
      const losses = history["loss"] as number[];
      const [first = 0] = losses;
      expect(losses.at(-1)).toBeLessThan(first);
      tf.dispose([x, y]);
      optimizer.dispose();
      model.dispose();
    });
  });

  it.each([
    ["sgd", () => tf.train.sgd(0.1)],
    ["adam", () => tf.train.adam(0.01)],
  ])(
    "has the losses of cpu step by step with %s, since no convolution sees weights of the step before",
    async (_name, makeOptimizer) => {
      const losses = async (backend: string) => {
        await tf.setBackend(backend);
        const model = convnet();
        model.compile({ optimizer: makeOptimizer(), loss: "categoricalCrossentropy" });
        const [x, y] = tf.tidy(() => batch(12));
        const values: number[] = [];
        for (let step = 0; step < 8; step += 1) values.push((await model.trainOnBatch(x, y)) as number);
        tf.dispose([x, y]);
        model.dispose();
        return values;
      };
      const expected = await losses("cpu");
      for (const [step, loss] of (await losses("wasm")).entries())
        expect(loss).toBeCloseTo(expected[step] ?? 0, 4);
    },
  );
});
