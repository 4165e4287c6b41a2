import * as tf from "@tensorflow/tfjs-core";
import { notInstalled } from "./notInstalled.ts";

const BATCH = 128;

/** Options of {@link measureTraining}. */
export interface MeasureOptions {
  /**
   * How long to train, in seconds; a step that has begun is finished.
   *
   * @default 1.5
   */
  readonly seconds?: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Trains a dense network (784-512-10, batches of 128, RMSProp) on the backend that runs, for a moment.
 *
 * @returns samples per second, after one or two steps to warm up
 * @throws {BackendError} `NOT_INSTALLED` without `@tensorflow/tfjs-layers`; and the reason of `signal`
 * @example
 * await startBackend("wasm");
 * Math.round(await measureTraining()); // some thousands of samples a second
 */
export async function measureTraining({ seconds = 1.5, signal }: MeasureOptions = {}): Promise<number> {
  const tfl = await loadLayers();
  const model = tfl.sequential({
    layers: [
      tfl.layers.dense({ units: 512, activation: "relu", inputShape: [784] }),
      tfl.layers.dense({ units: 10, activation: "softmax" }),
    ],
  });
  const optimizer = tf.train.rmsprop(0.001);
  model.compile({ optimizer, loss: "categoricalCrossentropy" });
  const [x, y] = tf.tidy(() => [
    tf.randomUniform([BATCH, 784]),
    tf.cast(
      tf.oneHot(
        tf.tensor1d(
          Array.from({ length: BATCH }, (_, row) => row % 10),
          "int32",
        ),
        10,
      ),
      "float32",
    ),
  ]);
  const train = async () => {
    signal?.throwIfAborted();
    await model.trainOnBatch(x, y);
  };
  try {
    let started = performance.now();
    await train();
    // Where a step takes so long, one is enough to warm up.
    if (performance.now() - started < seconds * 1000) await train();
    started = performance.now();
    let steps = 0;
    do {
      await train();
      steps += 1;
    } while (performance.now() - started < seconds * 1000);
    return (steps * BATCH * 1000) / (performance.now() - started);
  } finally {
    optimizer.dispose();
    model.dispose();
    tf.dispose([x, y]);
  }
}

async function loadLayers() {
  try {
    return await import("@tensorflow/tfjs-layers");
  } catch (cause) {
    throw notInstalled("@tensorflow/tfjs-layers", cause);
  }
}
