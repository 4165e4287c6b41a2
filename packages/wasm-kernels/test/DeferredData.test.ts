import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DeferredData } from "../src/DeferredData.ts";
import { runningWasmBackend } from "../src/runningWasmBackend.ts";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";

const conv = (x: tf.Tensor, filter: tf.Tensor) =>
  tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same");
const images = () => sample([2, 6, 6, 3], 1);
const filters = () => sample([3, 3, 3, 8], 2);
const bias = () => sample([8], 3);

/** Computes something where gradients are recorded, and gives the gradient for the filter beside the values. */
function recorded(compute: (filter: tf.Tensor) => tf.Tensor): tf.Tensor {
  const { value, grad } = tf.valueAndGrad((filter: tf.Tensor) => tf.square(compute(filter)))(filters());
  return tf.concat([tf.reshape(value, [-1]), tf.reshape(grad, [-1])]);
}

describe.each(variants)("a convolution whose gradient is recorded, %s", (_name, options) => {
  beforeAll(() => startBackends(options));
  beforeEach(() => tf.setBackend("wasm"));

  it.each([
    ["alone", (y: tf.Tensor) => y],
    ["with a bias", (y: tf.Tensor) => tf.add(y, bias())],
    ["with relu", (y: tf.Tensor) => tf.relu(y)],
    ["with a bias and relu", (y: tf.Tensor) => tf.relu(tf.add(y, bias()))],
    ["with a bias and sigmoid", (y: tf.Tensor) => tf.sigmoid(tf.add(y, bias()))],
    ["with two biases", (y: tf.Tensor) => tf.relu(tf.add(tf.add(y, bias()), bias()))],
    [
      "with a bias for the last axis of a reshaped one",
      (y: tf.Tensor) => tf.relu(tf.add(tf.reshape(y, [12, 48]), sample([48], 4))),
    ],
    [
      "with a bias after a reshape that keeps the channels",
      (y: tf.Tensor) => tf.relu(tf.add(tf.reshape(y, [72, 8]), bias())),
    ],
    ["read twice", (y: tf.Tensor) => tf.add(tf.relu(y), tf.relu(tf.add(y, bias())))],
    ["convolved again", (y: tf.Tensor) => tf.relu(conv(y, sample([3, 3, 8, 4], 5)))],
    ["multiplied", (y: tf.Tensor) => tf.relu(tf.matMul(tf.reshape(y, [72, 8]), sample([8, 5], 6)))],
  ])("has the values and the gradient of cpu: %s", async (_title, after) => {
    const compute = () => recorded((filter) => after(conv(images(), filter)));
    expect(await differenceFromCpu(compute)).toBeLessThan(tolerance);
  });

  it("can be read when its inputs are gone", async () => {
    const lastOf = (compute: (filter: tf.Tensor) => tf.Tensor) => () => {
      let kept: tf.Tensor | undefined;
      tf.grad((filter: tf.Tensor) => {
        const x = images();
        const y = compute(conv(x, filter));
        x.dispose();
        kept = tf.keep(tf.clone(y));
        return tf.sum(tf.relu(y));
      })(filters()).dispose();
      const copy = tf.add(kept as tf.Tensor, 0);
      kept?.dispose();
      return copy;
    };
    expect(await differenceFromCpu(lastOf((y) => y))).toBeLessThan(tolerance);
    expect(await differenceFromCpu(lastOf((y) => tf.add(y, bias())))).toBeLessThan(tolerance);
  });

  it("can be read on another backend", async () => {
    const elsewhere = () => {
      let kept: tf.Tensor | undefined;
      tf.grad((filter: tf.Tensor) => {
        kept = tf.keep(conv(images(), filter));
        return tf.sum(tf.relu(kept));
      })(filters()).dispose();
      return kept as tf.Tensor;
    };
    const y = elsewhere();
    await tf.setBackend("cpu");
    const moved = tf.tidy(() => tf.mul(y, 2).dataSync());
    y.dispose();
    const expected = tf.tidy(() => tf.mul(elsewhere(), 2).dataSync());
    expect([...moved]).toEqual(Array.from(expected, (value) => expect.closeTo(value, 5) as number));
  });

  it("is never computed, and frees its inputs, when only relu of it is used", async () => {
    await expectNoLeak(() => {
      const { numDataBuffers } = tf.memory();
      const [x, filter, added] = [images(), filters(), bias()];
      const records: unknown[] = [];
      tf.grad((weights: tf.Tensor) => {
        const product = conv(x, weights);
        const sum = tf.add(product, added);
        const y = tf.relu(sum);
        records.push(...[product, sum].map(({ dataId }) => runningWasmBackend().dataIdMap.get(dataId)));
        return y;
      })(filter).dispose();
      tf.dispose([x, filter, added]);
      expect(records).toEqual([expect.any(DeferredData), expect.any(DeferredData)]);
      expect(tf.memory().numDataBuffers).toBe(numDataBuffers);
    });
  });

  it("gives one tensor, in which numTensors counts no other", () => {
    tf.tidy(() => {
      tf.grad((filter: tf.Tensor) => {
        const x = images();
        const before = tf.memory().numTensors;
        const y = conv(x, filter);
        // tfjs keeps the input and the filter for the gradient.
        expect(tf.memory().numTensors - before).toBe(3);
        return tf.sum(y);
      })(filters());
    });
  });
});

describe.each(variants)("the gradient of max pooling after relu, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  const pool = (x: tf.Tensor, size: number, strides: number) =>
    tf.maxPool(x as tf.Tensor4D, size, strides, "valid");
  // Small whole numbers: many windows whose largest value is zero, and several that have it twice.
  const coarse = () => tf.round(tf.mul(sample([2, 7, 8, 6], 1), 2));

  it.each([
    ["windows that touch", 2, 2],
    ["windows that overlap", 3, 1],
    ["windows with gaps", 2, 3],
  ])("equals cpu: %s", async (_title, size, strides) => {
    const gradient = () => tf.grad((x) => tf.square(pool(tf.relu(x), size, strides)))(coarse());
    expect(await differenceFromCpu(gradient)).toBe(0);
  });

  it("equals cpu where relu is read by others too", async () => {
    const both = () =>
      tf.grad((x) => {
        const y = tf.relu(x);
        return tf.add(tf.sum(pool(y, 2, 2)), tf.sum(tf.square(y)));
      })(coarse());
    expect(await differenceFromCpu(both)).toBeLessThan(tolerance);
  });

  it("is that of the pooling alone for the output of relu, and for another relu", async () => {
    const ofRelu = () => tf.grad((y) => pool(y, 2, 2))(tf.relu(coarse()));
    expect(await differenceFromCpu(ofRelu)).toBe(0);
    const poolFirst = () => tf.grad((x) => tf.relu(pool(x, 2, 2)))(coarse());
    expect(await differenceFromCpu(poolFirst)).toBe(0);
  });

  it("leaves nothing behind when nobody reads it", async () => {
    await tf.setBackend("wasm");
    await expectNoLeak(() => {
      const { numDataBuffers } = tf.memory();
      const x = tf.tidy(coarse);
      tf.grad((x) => pool(x, 2, 2))(x).dispose();
      x.dispose();
      expect(tf.memory().numDataBuffers).toBe(numDataBuffers);
    });
  });
});
