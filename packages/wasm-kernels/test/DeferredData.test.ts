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
