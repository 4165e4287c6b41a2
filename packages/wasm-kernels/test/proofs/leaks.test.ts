import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import { memoryOf, runningWasmBackend } from "../../src/runningWasmBackend.ts";
import { sample, startBackends, variants } from "../againstCpu.ts";

describe.each(variants)("training a convnet, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("neither leaks tensors nor grows the memory over 1,000 steps", async () => {
    await tf.setBackend("wasm");
    const memory = memoryOf(runningWasmBackend());
    const model = tfl.sequential({
      layers: [
        tfl.layers.conv2d({ inputShape: [12, 12, 2], filters: 2, kernelSize: 3, activation: "relu" }),
        tfl.layers.maxPooling2d({ poolSize: 5 }),
        tfl.layers.flatten(),
        tfl.layers.dense({ units: 3, activation: "softmax" }),
      ],
    });
    model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
    const x = sample([2, 12, 12, 2], 7);
    const y = tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d([0, 1], "int32"), 3), "float32"));
    const steps = async (count: number) => {
      for (let step = 0; step < count; step += 1) await model.trainOnBatch(x, y);
    };
    await steps(20);
    const tensors = tf.memory().numTensors;
    const bytes = memory.buffer.byteLength;
    await steps(1000);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(memory.buffer.byteLength).toBe(bytes);
    tf.dispose([x, y]);
    model.dispose();
  });
});
