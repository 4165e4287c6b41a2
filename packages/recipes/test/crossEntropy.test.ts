import { startBackend } from "@minibatch/backends";
import { expectNoLeak } from "@minibatch/testing";
import { evaluate, fit, oneHot } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { expect, it, vi } from "vitest";

const classes = 4;
const rows = 24;
const x = {
  data: Float32Array.from({ length: rows * 6 }, (_, at) => Math.sin(at * 1.3)),
  shape: [rows, 6],
};
const labels = { data: Uint8Array.from({ length: rows }, (_, at) => at % classes), shape: [rows] };
const targets = {
  sparseCategoricalCrossentropy: labels,
  categoricalCrossentropy: oneHot(labels.data, classes),
};

/** The loss and the accuracy of each epoch, and those of the trained model. */
async function measured(loss: keyof typeof targets): Promise<number[]> {
  return expectNoLeak(async () => {
    const kernelInitializer = tfl.initializers.glorotUniform({ seed: 3 });
    const model = tfl.sequential({
      layers: [
        tfl.layers.dense({ inputShape: [6], units: classes, activation: "softmax", kernelInitializer }),
      ],
    });
    const optimizer = tf.train.sgd(0.5);
    model.compile({ optimizer, loss, metrics: ["accuracy"] });
    const samples = { x, y: targets[loss] };
    const history = await fit(model, samples, { epochs: 4, batchSize: 8 });
    const last = await evaluate(model, samples);
    model.dispose();
    optimizer.dispose();
    const all = [...history.loss, ...(history["accuracy"] ?? []), last["loss"], last["accuracy"]];
    return all.map((value) => value ?? Number.NaN);
  });
}

it.each(["sparseCategoricalCrossentropy", "categoricalCrossentropy"] as const)(
  "fit and evaluate with %s have on wasm the losses and accuracies of cpu, each by one kernel",
  async (loss) => {
    await startBackend("cpu");
    const expected = await measured(loss);
    await startBackend("wasm");
    const run = vi.spyOn(tf.engine(), "runKernel");
    const actual = await measured(loss);
    const kernels = new Set(run.mock.calls.map(([name]) => name));
    run.mockRestore();
    expect(kernels).toContain("MinibatchCrossEntropy");
    expect(kernels).not.toContain("Log");
    expect(kernels).toContain("MinibatchAccuracy");
    expect(kernels).not.toContain("ArgMax");
    for (const [epoch, value] of actual.entries())
      expect(value).toBeCloseTo(expected[epoch] ?? Number.NaN, 5);
  },
);
