// In a process of its own: the backend starts again and again.
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import { installWasmKernels, provideTfjsModule, shareWasmMemory } from "../src/index.ts";
import { sample } from "./againstCpu.ts";
import { bystanders } from "./bystanders.ts";
import { nearly } from "./nearly.ts";

/** Products and convolutions that are put off and kept, and what they are without the kernels' help. */
function putOff(): tf.Tensor[] {
  const kept: tf.Tensor[] = [];
  tf.grads((x: tf.Tensor, filter: tf.Tensor, w: tf.Tensor) => {
    const y = tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same");
    const product = tf.matMul(tf.reshape(x, [2, 72]), w);
    kept.push(tf.keep(y), tf.keep(product));
    return tf.add(tf.sum(tf.relu(y)), tf.sum(product));
  })([sample([2, 6, 6, 2], 1), sample([3, 3, 2, 4], 2), sample([72, 3], 3)]).forEach((gradient) =>
    gradient.dispose(),
  );
  return kept;
}

/** A step that needs kernels which tfjs has not. */
function gradient(): number[] {
  return tf.tidy(() => [
    ...tf
      .grad((filter) => tf.conv2d(tf.ones<tf.Rank.R4>([1, 4, 4, 1]), filter as tf.Tensor4D, 1, "same"))(
        tf.ones([2, 2, 1, 1]),
      )
      .dataSync(),
  ]);
}

describe.each([
  ["memory of its own", provideTfjsModule, [1]],
  ["shared memory", shareWasmMemory, [1, 2]],
] as const)("the kernels on %s", (_name, prepare, teams) => {
  beforeAll(async () => {
    if ("wasm" in tf.engine().registry) tf.engine().reset();
    await prepare(tfjsWasm);
  });

  it.each(teams)("compute what was put off before they are uninstalled, with %i threads", async (threads) => {
    await tf.setBackend("wasm");
    const installed = await installWasmKernels({ threads });
    await expectNoLeak(() => {
      const read = (tensors: readonly tf.Tensor[]) => tensors.map((tensor) => [...tensor.dataSync()]);
      const now = tf.tidy(putOff);
      const expected = read(now);
      const results = tf.tidy(putOff);
      installed.uninstall();
      // Would lie where the kernels had their block of memory.
      const others = bystanders(100, 64);
      expect(read(results)).toEqual(expected);
      expect(others.changed()).toBe(0);
      others.dispose();
      tf.dispose([...now, ...results]);
    });
  });

  it("take no part in a gradient that was recorded before they were uninstalled", async () => {
    await tf.setBackend("wasm");
    const installed = await installWasmKernels();
    const slope = tf.tidy(() => [
      ...tf
        .grad((x) => {
          const y = tf.softmax(tf.relu(x));
          installed.uninstall();
          return tf.sum(tf.square(y));
        })(tf.tensor1d([-1, 2, 1]))
        .dataSync(),
    ]);
    await installWasmKernels();
    const expected = tf.tidy(() => [
      ...tf
        .grad((x) => tf.sum(tf.square(tf.softmax(tf.relu(x)))))(tf.tensor1d([-1, 2, 1]))
        .dataSync(),
    ]);
    expect(slope).toEqual(nearly(expected, 6));
  });

  it.each(teams)("can be installed again after tf.engine().reset(), with %i threads", async (threads) => {
    if ("wasm" in tf.engine().registry) tf.engine().reset();
    for (let round = 0; round < 3; round += 1) {
      await tf.setBackend("wasm");
      const installed = await installWasmKernels({ threads });
      expect(installed.threads).toBe(threads);
      expect(gradient()).toEqual([16, 12, 12, 9]);
      // In the last round, after they were uninstalled.
      if (round === 2) installed.uninstall();
      tf.engine().reset();
    }
  });

  it("leave a backend alone that they were not installed on", async () => {
    await tf.setBackend("wasm");
    await installWasmKernels();
    tf.engine().reset();
    await tf.setBackend("wasm");
    expect(tf.tidy(() => [...tf.matMul([[1, 2]], [[3], [4]]).dataSync()])).toEqual([11]);
    expect(() => gradient()).toThrow(expect.objectContaining({ code: "WASM_NOT_RUNNING" }) as Error);
    await installWasmKernels();
    expect(gradient()).toEqual([16, 12, 12, 9]);
  });
});
