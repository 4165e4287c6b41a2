import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { installWasmKernels } from "../src/index.ts";
import { sample, startBackends } from "./againstCpu.ts";

/** Computes over kernels with their own loops, and over those that stand on the wide ones, with one thread and with two. */
async function expectSameBits(compute: () => unknown): Promise<void> {
  await startBackends({ threads: 1, wideSimd: false });
  const usual = await compute();
  for (const threads of [1, 2]) {
    await startBackends({ threads, wideSimd: true });
    expect((await installWasmKernels()).wideSimd).toBe(true);
    expect(await compute()).toEqual(usual);
  }
}

it("gives the same products, bit for bit, with the wide loops as without", async () => {
  const sizes = [1, 5, 15, 16, 17, 33, 100];
  await expectSameBits(() =>
    tf.tidy(() =>
      sizes.flatMap((n) =>
        [false, true].map((transpose) => {
          const a = sample(transpose ? [70, 31] : [31, 70], n);
          const b = sample(transpose ? [n, 70] : [70, n], n + 1);
          return tf.fused
            .matMul({
              a,
              b,
              transposeA: transpose,
              transposeB: transpose,
              bias: sample([n], 2),
              activation: "relu",
            })
            .dataSync();
        }),
      ),
    ),
  );
});

it("gives the same convolutions and gradients, bit for bit, with the wide loops as without", async () => {
  // By the direct tiles, by Winograd's algorithm with whole pairs of vectors, and with one left over.
  const channels = [
    [3, 17],
    [24, 2],
    [2, 40],
    [16, 32],
    [20, 36],
  ] as const;
  await expectSameBits(() =>
    tf.tidy(() =>
      channels.flatMap(([inChannels, outChannels]) => {
        const x = sample([3, 11, 9, inChannels], 1) as tf.Tensor4D;
        const filter = sample([3, 3, inChannels, outChannels], 2) as tf.Tensor4D;
        const bias = sample([outChannels], 3);
        const convolved = tf.fused.conv2d({ x, filter, strides: 1, pad: "same", bias, activation: "relu6" });
        const plain = (...[input, weights]: tf.Tensor[]) =>
          tf.conv2d(input as tf.Tensor4D, weights as tf.Tensor4D, 1, "same");
        const gradients = tf.grads(plain)([x, filter], convolved);
        return [plain(x, filter), convolved, ...gradients].map((tensor) => tensor.dataSync());
      }),
    ),
  );
});

it("trains to the same weights, bit for bit, with the wide loops as without", async () => {
  await expectSameBits(async () => {
    const seeded = (seed: number) => tfl.initializers.glorotUniform({ seed });
    const model = tfl.sequential({
      layers: [
        tfl.layers.conv2d({
          inputShape: [14, 14, 3],
          filters: 24,
          kernelSize: 3,
          kernelInitializer: seeded(1),
        }),
        tfl.layers.conv2d({ filters: 20, kernelSize: 3, activation: "relu", kernelInitializer: seeded(2) }),
        tfl.layers.maxPooling2d({ poolSize: 2 }),
        tfl.layers.flatten(),
        tfl.layers.dense({ units: 70, activation: "relu", kernelInitializer: seeded(3) }),
        tfl.layers.dense({ units: 4, activation: "softmax", kernelInitializer: seeded(4) }),
      ],
    });
    model.compile({ optimizer: tf.train.rmsprop(0.003), loss: "categoricalCrossentropy" });
    const x = sample([24, 14, 14, 3], 1);
    const y = tf.tidy(() => tf.cast(tf.oneHot(tf.range(0, 24, 1, "int32"), 4), "float32"));
    for (let step = 0; step < 5; step += 1) await model.trainOnBatch(x, y);
    const weights = model.getWeights().map((weight) => weight.dataSync());
    model.dispose();
    tf.dispose([x, y]);
    return weights;
  });
});

it("keeps the wide loops off where the fused multiply-add is off", async () => {
  await startBackends({ threads: 1, wideSimd: true, relaxedSimd: false });
  expect(await installWasmKernels()).toMatchObject({ relaxedSimd: false, wideSimd: false });
});
