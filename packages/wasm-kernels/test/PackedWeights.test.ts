import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { installWasmKernels } from "../src/index.ts";
import { runningWasmBackend } from "../src/runningWasmBackend.ts";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

/** One by Winograd's algorithm, one that reads the pixels where they lie. */
const cases = [
  { name: "3x3", filter: [3, 3, 16, 20], strides: 1 },
  { name: "strided", filter: [3, 3, 16, 12], strides: 2 },
] as const;

const convolve = (x: tf.Tensor, filter: tf.Tensor, strides: number) =>
  tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, "same");

/** What the allocator gave, and did not get back, while something ran. */
function heldBy(run: () => void): number {
  const { wasm } = runningWasmBackend();
  const malloc = vi.spyOn(wasm, "_malloc");
  const free = vi.spyOn(wasm, "_free");
  run();
  const given = malloc.mock.results.map(({ value }) => (value as number) >>> 0);
  const back = free.mock.calls.map(([address]) => address >>> 0);
  malloc.mockRestore();
  free.mockRestore();
  for (const address of back) if (given.includes(address)) given.splice(given.indexOf(address), 1);
  return given.length;
}

describe.each(cases)("conv2d(x, filter) with a filter that stays, $name", ({ filter: shape, strides }) => {
  beforeEach(() => startBackends());

  it("equals cpu each time, and with the new values of a variable that is assigned to", async () => {
    const results = () => {
      const filter = tf.variable(sample(shape, 1));
      const outputs: tf.Tensor[] = [];
      for (const seed of [1, 2]) {
        for (const rows of [1, 2, 3]) {
          outputs.push(convolve(sample([rows, 12, 12, 16], rows), filter, strides));
        }
        filter.assign(sample(shape, seed + 7));
      }
      filter.dispose();
      return tf.concat(outputs.map((output) => tf.reshape(output, [-1])));
    };
    expect(await differenceFromCpu(results)).toBeLessThan(tolerance);
  });

  it("equals cpu where a filter has no finite values", async () => {
    const results = () => {
      const filter = tf.mul(sample(shape, 1), Number.POSITIVE_INFINITY);
      const x = tf.abs(sample([1, 12, 12, 16], 2));
      const outputs = [1, 2, 3].map(() => tf.cast(tf.isNaN(convolve(x, filter, strides)), "float32"));
      return tf.concat(outputs);
    };
    expect(await differenceFromCpu(results)).toBe(0);
  });

  it("keeps the filter in its other form from the second time on, until it is disposed of", async () => {
    await expectNoLeak(() => {
      const x = sample([1, 12, 12, 16], 1);
      const filter = sample(shape, 2);
      const run = () => convolve(x, filter, strides).dispose();
      run();
      expect(heldBy(run)).toBe(1);
      expect(heldBy(run)).toBe(0);
      const { wasm } = runningWasmBackend();
      const free = vi.spyOn(wasm, "_free");
      const shared = tf.reshape(filter, [-1]);
      filter.dispose();
      expect(free).not.toHaveBeenCalled();
      shared.dispose();
      expect(free).toHaveBeenCalledTimes(2);
      free.mockRestore();
      x.dispose();
    });
  });

  it("keeps the filter of a step that is computed in parts, from the second part on, until the step gives it other values", async () => {
    await expectNoLeak(() => {
      const x = sample([1, 12, 12, 16], 1);
      const first = sample(shape, 2);
      const filter = tf.variable(first);
      first.dispose();
      const part = () => {
        const { value, grads } = tf.variableGrads(() => tf.sum(convolve(x, filter, strides)), [filter]);
        tf.dispose([value, grads]);
      };
      part();
      expect(heldBy(part)).toBe(1);
      expect(heldBy(part)).toBe(0);
      const { wasm } = runningWasmBackend();
      const free = vi.spyOn(wasm, "_free");
      const next = sample(shape, 3);
      filter.assign(next);
      // The values before, and what was made of them.
      expect(free).toHaveBeenCalledTimes(2);
      free.mockRestore();
      expect(heldBy(part)).toBe(0);
      tf.dispose([x, filter, next]);
    });
  });

  it("gives the memory back with uninstall()", async () => {
    const x = sample([1, 12, 12, 16], 1);
    const filter = sample(shape, 2);
    for (let time = 0; time < 3; time += 1) convolve(x, filter, strides).dispose();
    const installation = await installWasmKernels();
    const { wasm } = runningWasmBackend();
    const free = vi.spyOn(wasm, "_free");
    installation.uninstall();
    // The filter, the scratch space, a shape and the block of the team.
    expect(free).toHaveBeenCalledTimes(4);
    free.mockRestore();
    expect(Object.hasOwn(tf.backend(), "disposeData")).toBe(false);
    tf.dispose([x, filter]);
  });
});

it.each(cases)(
  "the gradient of the input of conv2d, $name, equals cpu each time that the same filter is used",
  async (given) => {
    await startBackends();
    const results = () => {
      const filter = tf.variable(sample(given.filter, 1));
      const outputs: tf.Tensor[] = [];
      for (const seed of [1, 2]) {
        for (const rows of [1, 2, 3]) {
          const x = sample([rows, 12, 12, 16], rows) as tf.Tensor4D;
          const dy = sample(convolve(x, filter, given.strides).shape, seed + rows);
          const gradient = tf.grad((at: tf.Tensor) => convolve(at, filter, given.strides));
          outputs.push(gradient(x, dy));
        }
        filter.assign(sample(given.filter, seed + 7));
      }
      filter.dispose();
      return tf.concat(outputs.map((output) => tf.reshape(output, [-1])));
    };
    expect(await differenceFromCpu(results)).toBeLessThan(tolerance);
  },
);

describe.each([false, true])("matMul(a, b) with a matrix b that stays, transposed: %s", (transposed) => {
  beforeEach(() => startBackends());

  // Columns that fill no panel, and a depth of two blocks.
  const shape = transposed ? [37, 700] : [700, 37];
  const multiply = (rows: number, b: tf.Tensor) => tf.matMul(sample([rows, 700], rows), b, false, transposed);

  it("equals cpu each time, for few rows and many, and with the new values of a variable that is assigned to", async () => {
    const results = () => {
      const b = tf.variable(sample(shape, 1));
      const outputs: tf.Tensor[] = [];
      for (const seed of [1, 2]) {
        for (const rows of [3, 5, 6, 130, 5, 600]) outputs.push(multiply(rows, b));
        b.assign(sample(shape, seed + 7));
      }
      b.dispose();
      return tf.concat(outputs.map((output) => tf.reshape(output, [-1])));
    };
    expect(await differenceFromCpu(results)).toBeLessThan(tolerance);
  });

  it("gives the same bits whether it was packed before or not", async () => {
    await tf.setBackend("wasm");
    tf.tidy(() => {
      const b = sample(shape, 2);
      const [first, second, third] = [1, 2, 3].map(() => [...multiply(130, b).dataSync()]);
      expect(second).toEqual(first);
      expect(third).toEqual(first);
    });
  });

  it("keeps it in its other form from the second time on, until it is disposed of", async () => {
    await tf.setBackend("wasm");
    await expectNoLeak(() => {
      const b = sample(shape, 2);
      const run = () => tf.tidy(() => void multiply(20, b));
      run();
      expect(heldBy(run)).toBe(1);
      expect(heldBy(run)).toBe(0);
      const { wasm } = runningWasmBackend();
      const free = vi.spyOn(wasm, "_free");
      b.dispose();
      expect(free).toHaveBeenCalledTimes(2);
      free.mockRestore();
    });
  });
});

it.each([
  { name: "matMul", before: [16, 32], after: [32, 16] },
  { name: "conv2d", before: [3, 3, 16, 32], after: [3, 3, 32, 16] },
  { name: "conv2d, of other windows", before: [3, 1, 16, 16], after: [1, 3, 16, 16] },
])(
  "$name equals cpu with weights that are reshaped, whose values are the same",
  async ({ before, after }) => {
    await startBackends();
    const results = () => {
      const weights = sample(before, 1);
      const reshaped = tf.reshape(weights, after);
      const outputs: tf.Tensor[] = [];
      for (let time = 0; time < 3; time += 1) {
        for (const given of [weights, reshaped]) {
          const depth = given.shape.at(-2) ?? 0;
          const x = sample(given.rank === 2 ? [20, depth] : [2, 12, 12, depth], time);
          if (given.rank === 2) outputs.push(tf.matMul(x, given));
          else {
            const image = x as tf.Tensor4D;
            outputs.push(convolve(image, given, 1));
            outputs.push(
              tf.grad((at: tf.Tensor) => convolve(at, given, 1))(image, convolve(image, given, 1)),
            );
          }
        }
      }
      tf.dispose([weights, reshaped]);
      return tf.concat(outputs.map((output) => tf.reshape(output, [-1])));
    };
    expect(await differenceFromCpu(results)).toBeLessThan(tolerance);
  },
);

it("predict(x) of a convnet equals cpu before and after steps of an optimizer", async () => {
  await startBackends();
  const { layers } = tfl;
  const model = tfl.sequential({
    layers: [
      layers.conv2d({ inputShape: [12, 12, 16], filters: 16, kernelSize: 3, activation: "relu" }),
      layers.flatten(),
      layers.dense({ units: 3, activation: "softmax" }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.05), loss: "categoricalCrossentropy" });
  const [x, y] = [sample([4, 12, 12, 16], 1), tf.oneHot([0, 1, 2, 0], 3)];
  const predict = () => model.predict(sample([4, 12, 12, 16], 1)) as tf.Tensor;
  for (let step = 0; step < 2; step += 1) {
    for (let time = 0; time < 3; time += 1) expect(await differenceFromCpu(predict)).toBeLessThan(tolerance);
    await model.trainOnBatch(x, y);
  }
  tf.dispose([x, y]);
  model.dispose();
});
