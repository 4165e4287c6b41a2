import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import { mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type Checkpoint, type FitEvent, type FitOptions, fit } from "../src/index.ts";
import { weightsOf } from "./referenceNetwork.ts";

// cpu's kernels under the name of a GPU, whose steps are read later.
beforeAll(() => {
  tf.registerBackend("webgpu", () => new MathBackendCPU());
  tf.copyRegisteredKernels("cpu", "webgpu");
});
beforeEach(() => tf.setBackend("webgpu"));

const rows = 20;
const samples = {
  x: { data: Float32Array.from({ length: rows * 3 }, (_, at) => Math.sin(at)), shape: [rows, 3] },
  y: { data: Uint8Array.from({ length: rows }, (_, at) => at % 2), shape: [rows] },
};

async function train(options: FitOptions, optimizer: tf.Optimizer = tf.train.adam(0.01)) {
  const model = mlp({ inputShape: [3], hidden: [4], classes: 2 });
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  try {
    const history = await fit(model, samples, { batchSize: 4, epochs: 3, ...options });
    return { history, weights: weightsOf(model) };
  } finally {
    model.dispose();
    optimizer.dispose();
  }
}

async function eventsOf(backend: string) {
  await tf.setBackend(backend);
  const events: FitEvent[] = [];
  const optimizer = tf.train.adam(0.01);
  const steps = vi.spyOn(optimizer, "applyGradients");
  const stepsAtEvent: number[] = [];
  const run = await train(
    {
      onEvent: (event) => {
        if (event.type === "epoch") return;
        events.push(event);
        stepsAtEvent.push(steps.mock.calls.length);
      },
    },
    optimizer,
  );
  return { run, events, stepsAtEvent };
}

it("fit(model, samples) sends a GPU three more steps before it reads one, with the same events and weights", async () => {
  await expectNoLeak(async () => {
    const cpu = await eventsOf("cpu");
    const gpu = await eventsOf("webgpu");
    expect(gpu.run).toEqual(cpu.run);
    expect(gpu.events).toEqual(cpu.events);
    expect(cpu.stepsAtEvent.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    // An epoch has five steps, and its end waits for all of them.
    expect(gpu.stepsAtEvent.slice(0, 6)).toEqual([4, 5, 5, 5, 5, 9]);
  });
});

it("fit(model, samples) stops at a loss that is not a number before it writes a checkpoint, and leaks nothing", async () => {
  await expectNoLeak(async () => {
    const onCheckpoint = vi.fn();
    const run = train({ onCheckpoint }, tf.train.sgd(1e38));
    await expect(run).rejects.toMatchObject({ code: "NAN_LOSS" });
    expect(onCheckpoint).not.toHaveBeenCalled();
  });
});

it("fit(model, samples, { resumeFrom }) ends with the weights of an uninterrupted run", async () => {
  const whole = await train({});
  const controller = new AbortController();
  let last: Checkpoint | undefined;
  const interrupted = train({
    signal: controller.signal,
    onEvent: (event) => {
      if (event.type === "batch" && event.epoch === 2) controller.abort(new Error("stopped"));
    },
    onCheckpoint: (checkpoint) => {
      last = checkpoint;
    },
  });
  await expect(interrupted).rejects.toThrow("stopped");
  expect([last?.epoch, last?.batch]).toEqual([1, 4]);
  expect(await train({ resumeFrom: last })).toEqual(whole);
});
