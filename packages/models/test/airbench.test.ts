import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { airbench, cnn, summary, whiten } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

/** Images whose neighbours and channels go together, from 0 to 255. */
function images(count: number): { readonly data: Uint8Array; readonly shape: number[] } {
  let state = 1;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const data = new Uint8Array(count * 32 * 32 * 3);
  let value = 128;
  for (let at = 0; at < data.length; at += 1) {
    value = Math.min(255, Math.max(0, value + 60 * (random() - 0.5)));
    data[at] = value;
  }
  return { data, shape: [count, 32, 32, 3] };
}

it("airbench(options) has the parameters of its source: 0.57 million, and 1.97 million", () =>
  expectNoLeak(() => {
    const model = airbench({ inputShape: [32, 32, 3], classes: 10 });
    // Whitening and its bias, filters, the shift of each normalization, the dense layer.
    expect(summary(model).trainableParameters).toBe(312 + 566_784 + 640 + 1280);
    model.dispose();
    const wide = airbench({ inputShape: [32, 32, 3], widths: [64, 256, 256], classes: 10 });
    expect(summary(wide).trainableParameters / 1e6).toBeCloseTo(1.97, 2);
    wide.dispose();
  }));

it("airbench(options) starts its first filters as the identity, the others at random", () =>
  expectNoLeak(() => {
    const model = airbench({ inputShape: [32, 32, 3], classes: 10, seed: 3 });
    tf.tidy(() => {
      const kernel = model.getLayer("conv2").getWeights()[0] as tf.Tensor4D;
      const x = tf.randomUniform<tf.Rank.R4>([1, 8, 8, 24]);
      const y = tf.conv2d(x, kernel, 1, "same");
      expect([...tf.slice(y, [0, 0, 0, 0], [-1, -1, -1, 24]).dataSync()]).toEqual([...x.dataSync()]);
      const rest = tf.moments(tf.slice(kernel, [0, 0, 0, 24], [-1, -1, -1, -1]));
      // PyTorch's default: uniform between plus and minus one over the root of the inputs.
      expect(rest.variance.dataSync()[0]).toBeCloseTo(1 / (3 * 9 * 24), 4);
    });
    model.dispose();
  }));

it("whiten(model, images, scaling) lets the filters give values that do not go together, of variance 1", () =>
  expectNoLeak(() => {
    const model = airbench({ inputShape: [32, 32, 3], classes: 10 });
    const { data, shape } = images(40);
    whiten(model, { data, shape }, { scale: 1 / 64, offset: -2 });
    tf.tidy(() => {
      const kernel = model.layers[0]?.getWeights()[0] as tf.Tensor4D;
      const x = tf.add(
        tf.mul(tf.tensor4d(data, shape as [number, number, number, number], "float32"), 1 / 64),
        -2,
      );
      const y = tf.reshape(tf.conv2d(x as tf.Tensor4D, kernel, 1, "valid"), [-1, 24]);
      const covariance = tf.div(tf.matMul(y, y, true), y.shape[0] ?? 1).arraySync() as number[][];
      for (let i = 0; i < 12; i += 1) {
        for (let j = 0; j < 12; j += 1) {
          const expected = i === j ? 1 : 0;
          expect(Math.abs((covariance[i]?.[j] ?? 0) - expected)).toBeLessThan(0.03);
          expect(Math.abs((covariance[i]?.[j + 12] ?? 0) + expected)).toBeLessThan(0.03);
        }
      }
    });
    model.dispose();
  }));

it("airbench(options) and whiten(model) refuse what they cannot be made for", () => {
  expect(() => airbench({ inputShape: [28, 28], classes: 10 })).toThrow("[height, width, channels]");
  expect(() => airbench({ inputShape: [64, 64, 3], classes: 10 })).toThrow("from 25 to 48");
  const model = cnn({ inputShape: [8, 8, 3], blocks: [{ filters: [4] }], classes: 2 });
  expect(() => whiten(model, images(1), { scale: 1, offset: 0 })).toThrow("two for each value of a patch");
  model.dispose();
});
