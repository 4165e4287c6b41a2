import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { cnn, decodeModel, encodeModel, resnet, resnet20, summary } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const image = [32, 32, 3];

it("resnet20(options) has the parameters of the paper's network with projections", () =>
  expectNoLeak(() => {
    const model = resnet20({ inputShape: image, classes: 10 });
    expect(summary(model).trainableParameters).toBe(272_474);
    expect(model.outputs[0]?.shape).toEqual([null, 10]);
    model.dispose();
  }));

it("resnet(options) with pooling has the parameters of D. Page's network", () =>
  expectNoLeak(() => {
    const model = resnet({
      inputShape: image,
      widths: [64, 128, 256, 512],
      blocks: [0, 1, 0, 1],
      downsampling: "pool",
      classes: 10,
    });
    expect(summary(model).trainableParameters).toBe(6_573_130);
    model.dispose();
  }));

it("resnet(options) repeats with its seed, and is the same model when it was saved and loaded", () =>
  expectNoLeak(async () => {
    const options = { inputShape: [9, 9, 1], widths: [4, 6], classes: 3, seed: 5 };
    const [one, other] = [resnet(options), resnet(options)];
    const loaded = (await decodeModel(await encodeModel(one))).model;
    const x = tf.randomUniform([2, 9, 9, 1]);
    const [a, b, c] = [one, other, loaded].map((model) =>
      tf.tidy(() => [...(model.predict(x) as tf.Tensor).dataSync()]),
    );
    expect(b).toEqual(a);
    expect(c).toEqual(a);
    expect(loaded.layers.map(({ name }) => name)).toEqual(one.layers.map(({ name }) => name));
    tf.dispose([x]);
    for (const model of [one, other, loaded]) model.dispose();
  }));

it("resnet(options) refuses widths, blocks and images that make no network", () => {
  const options = { inputShape: image, widths: [8, 16], classes: 10 };
  expect(() => resnet({ ...options, widths: [] })).toThrow("widths must hold at least one width.");
  expect(() => resnet({ ...options, blocks: [1] })).toThrow("one for each of the 2 widths");
  expect(() => resnet({ ...options, blocks: 0 })).toThrow("whole numbers from 1");
  expect(() => resnet({ ...options, inputShape: [32, 32] })).toThrow("[height, width, channels]");
  expect(() =>
    resnet({ ...options, inputShape: [3, 3, 1], widths: [4, 4, 4], downsampling: "pool" }),
  ).toThrow("shrink the 3x3 image to nothing");
});

it("cnn(options) normalizes behind each convolution, takes the mean of each channel, and knows gelu and silu", () =>
  expectNoLeak(() => {
    for (const activation of ["gelu", "silu"] as const) {
      const model = cnn({
        inputShape: [12, 12, 1],
        blocks: [{ filters: [4, 5] }],
        batchNorm: true,
        globalPooling: true,
        activation,
        classes: 3,
      });
      expect(model.layers.map(({ name }) => name)).toEqual(
        "conv1 norm1 activation1 conv2 norm2 activation2 pool1 globalPool1 dense1".split(" "),
      );
      // 9 * 4 and 9 * 4 * 5 of the filters, four for each channel, and 5 * 3 + 3.
      expect(model.countParams()).toBe(36 + 180 + 36 + 18);
      model.dispose();
    }
  }));
