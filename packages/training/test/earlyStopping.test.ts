import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Checkpoint,
  decodeCheckpoint,
  type EarlyStopping,
  encodeCheckpoint,
  evaluate,
  fit,
  type FitEvent,
  type FitOptions,
  validationSplit,
} from "../src/index.ts";
import { readReference } from "./readReference.ts";
import {
  expectRun,
  type ReferenceRun,
  referenceNetwork,
  referenceOptions,
  referenceSamples,
  weightsOf,
} from "./referenceNetwork.ts";

beforeAll(() => tf.setBackend("cpu"));

type StoppedRun = ReferenceRun & { readonly best: number; readonly bestEpoch: number };
const { earlyStopping: reference } = readReference<{ earlyStopping: Record<string, StoppedRun> }>(
  "fitOptions",
);

async function train(earlyStopping: EarlyStopping | undefined, options: FitOptions = {}) {
  const events: FitEvent[] = [];
  const checkpoints: Checkpoint[] = [];
  const model = referenceNetwork(tf.train.adam(0.05));
  const history = await fit(model, referenceSamples, {
    ...referenceOptions,
    epochs: 18,
    earlyStopping,
    onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint),
    ...options,
    onEvent(event) {
      events.push(event);
      options.onEvent?.(event);
    },
  });
  return { model, history, checkpoints, stop: events.filter((event) => event.type === "stop") };
}

const cases: [name: string, options: EarlyStopping][] = [
  ["patience3", { patience: 3 }],
  ["patience0", {}],
  ["lastWeights", { patience: 3, restoreBestWeights: false }],
  ["minDelta", { patience: 3, minDelta: 0.002 }],
  ["accuracy", { monitor: "valAccuracy", patience: 4 }],
  ["max", { monitor: "valLoss", mode: "max", patience: 2 }],
  ["startFromEpoch", { patience: 2, startFromEpoch: 7 }],
  ["lastEpoch", { monitor: "loss", patience: 5 }],
];

describe("fit(model, samples, { earlyStopping }) stops where Keras does, with the weights that Keras has", () => {
  it.each(cases)("%s", async (name, options) => {
    const expected = reference[name];
    const { history, model, stop } = await train(options);
    expectRun(history, model, expected);
    expect(stop).toEqual([
      {
        type: "stop",
        reason: name === "lastEpoch" ? "lastEpoch" : "noImprovement",
        epoch: expected?.history["loss"]?.length,
        epochs: 18,
        monitor: options.monitor ?? "valLoss",
        best: expect.closeTo(expected?.best ?? Number.NaN, 4),
        bestEpoch: expected?.bestEpoch,
        restored: options.restoreBestWeights ?? true,
      },
    ]);
  });
});

it("fit(model, samples, { earlyStopping }) ends with a model as good as its best epoch", async () => {
  const { history, model } = await train({ patience: 2, startFromEpoch: 7 });
  const { validation } = validationSplit(referenceSamples, 0.3);
  const { loss } = await evaluate(model, validation);
  expect(loss).toBe(Math.min(...(history.valLoss ?? []).slice(7)));
  expect(loss).toBeLessThan(history.valLoss?.at(-1) ?? 0);
});

const patient: EarlyStopping = { patience: 2, startFromEpoch: 7 };

/** Trains until the batch with the given number; gives what the abort leaves, through the bytes of its file. */
async function interrupt(afterBatches: number): Promise<Checkpoint> {
  const controller = new AbortController();
  let last: Checkpoint | undefined;
  let batches = 0;
  const run = train(patient, {
    signal: controller.signal,
    onEvent(event) {
      if (event.type === "batch" && ++batches === afterBatches) controller.abort(new Error("stopped"));
    },
    onCheckpoint: (checkpoint) => {
      last = checkpoint;
    },
  });
  await expect(run).rejects.toThrow("stopped");
  return decodeCheckpoint(await encodeCheckpoint(last as Checkpoint));
}

// Epochs of three batches; the best epoch is the 14th, and the 16th is the last.
it.each([4, 24, 26, 42, 44])(
  "fit(model, samples, { earlyStopping, resumeFrom }) after batch %i ends as an uninterrupted run, bit for bit",
  async (afterBatches) => {
    const whole = await train(patient);
    const resumed = await train(patient, { resumeFrom: await interrupt(afterBatches) });
    expect(resumed.history).toEqual(whole.history);
    expect(weightsOf(resumed.model)).toEqual(weightsOf(whole.model));
    expect(resumed.stop).toEqual(whole.stop);
  },
);

it("fit(model, samples, { earlyStopping, resumeFrom }) trains no further from where it stopped", async () => {
  const whole = await train(patient);
  const resumed = await train(patient, { resumeFrom: whole.checkpoints.at(-1), epochs: 30 });
  expect(resumed.checkpoints).toEqual([]);
  expect(weightsOf(resumed.model)).toEqual(weightsOf(whole.model));
  expect(resumed.history).toEqual(whole.history);
});

it("fit(model, samples, { earlyStopping, epochs, resumeFrom }) goes on from the last weights, not the best", async () => {
  // Ten epochs are over before it would stop: the model has the weights of the best, the checkpoint both.
  const first = await train(patient, { epochs: 15 });
  expect(first.stop[0]).toMatchObject({ reason: "lastEpoch", bestEpoch: 14, restored: true });
  const resumed = await train(patient, { resumeFrom: first.checkpoints.at(-1) });
  const whole = await train(patient);
  expect(resumed.history).toEqual(whole.history);
  expect(weightsOf(resumed.model)).toEqual(weightsOf(whole.model));
});

it("fit(model, samples, { earlyStopping }) without best weights keeps none in its checkpoints", async () => {
  const { checkpoints } = await train({ patience: 3, restoreBestWeights: false });
  expect(checkpoints.at(-1)?.bestWeights).toBeUndefined();
  expect(checkpoints.at(-1)?.earlyStopping).toMatchObject({ wait: 3 });
  const plain = await train(undefined, { epochs: 1 });
  expect(plain.stop).toEqual([]);
  expect(plain.checkpoints[0]?.earlyStopping).toBeUndefined();
});

it("fit(model, samples, { earlyStopping }) leaves no tensor behind, stopped or not", async () => {
  const model = referenceNetwork(tf.train.adam(0.05));
  await fit(model, referenceSamples, referenceOptions);
  await expectNoLeak(async () => {
    for (const epochs of [2, 18]) {
      await fit(model, referenceSamples, {
        ...referenceOptions,
        epochs,
        earlyStopping: { patience: 2 },
        onCheckpoint() {},
      });
    }
  });
});

it("fit(model, samples, { earlyStopping }) rejects what it cannot watch, before it trains", async () => {
  const attempts: [options: EarlyStopping, message: RegExp][] = [
    [
      { monitor: "valLoss" },
      /"valLoss" is monitored, but an epoch measures loss, accuracy\..*validationSplit/,
    ],
    [{ monitor: "auc" }, /"auc" is monitored/],
    [{ monitor: "loss", patience: 1.5 }, /patience must be an integer from 0, but it is 1.5/],
    [{ monitor: "loss", startFromEpoch: -1 }, /startFromEpoch must be/],
    [{ monitor: "loss", minDelta: -0.1 }, /minDelta must be at least 0/],
  ];
  for (const [earlyStopping, message] of attempts) {
    const onEvent = () => expect.unreachable();
    const run = train(earlyStopping, { validationSplit: 0, onEvent });
    await expect(run).rejects.toThrow(message);
    await expect(run).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  }
});
