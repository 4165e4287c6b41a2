import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Checkpoint,
  cosineDecay,
  decodeCheckpoint,
  encodeCheckpoint,
  exponentialDecay,
  fit,
  type FitOptions,
  inverseTimeDecay,
  type LearningRateSchedule,
  type ReduceOnPlateau,
  stepDecay,
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

const reference = readReference<{
  schedules: Record<string, number[]>;
  scheduled: Record<string, ReferenceRun>;
  reduceOnPlateau: Record<string, ReferenceRun>;
}>("fitOptions");

const initialLearningRate = 0.1;

describe("schedules agree with Keras", () => {
  it.each<[string, LearningRateSchedule]>([
    ["exponentialDecay", exponentialDecay({ initialLearningRate, decaySteps: 10, decayRate: 0.5 })],
    [
      "exponentialDecayStaircase",
      exponentialDecay({ initialLearningRate, decaySteps: 10, decayRate: 0.5, staircase: true }),
    ],
    ["inverseTimeDecay", inverseTimeDecay({ initialLearningRate, decayRate: 0.02 })],
    [
      "inverseTimeDecayStaircase",
      inverseTimeDecay({ initialLearningRate, decaySteps: 7, decayRate: 0.5, staircase: true }),
    ],
    ["cosineDecay", cosineDecay({ initialLearningRate, decaySteps: 20 })],
    ["cosineDecayAlpha", cosineDecay({ initialLearningRate, decaySteps: 20, alpha: 0.25 })],
  ])("%s", (name, schedule) => {
    const expected = reference.schedules[name] ?? [];
    expect(expected).toHaveLength(31);
    for (const [step, rate] of expected.entries()) {
      // Keras computes in float32.
      expect(Math.abs(schedule(step, 0) - rate), `step ${step}`).toBeLessThan(1e-8);
    }
  });
});

it("stepDecay(options) halves the rate once in so many epochs", () => {
  const schedule = stepDecay({ initialLearningRate: 0.8, epochs: 3 });
  expect([0, 1, 2, 3, 5, 6, 9].map((epoch) => schedule(0, epoch))).toEqual([
    0.8, 0.8, 0.8, 0.4, 0.4, 0.2, 0.1,
  ]);
});

it("schedules reject rates and steps that are not above 0", () => {
  const invalid = expect.objectContaining({ code: "INVALID_ARGUMENT" });
  for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => stepDecay({ initialLearningRate: value, epochs: 1 })).toThrow(invalid);
    expect(() => exponentialDecay({ initialLearningRate, decayRate: 0.5, decaySteps: value })).toThrow(
      invalid,
    );
    expect(() => inverseTimeDecay({ initialLearningRate, decayRate: value })).toThrow(invalid);
    expect(() => cosineDecay({ initialLearningRate, decaySteps: value })).toThrow(invalid);
  }
  expect(() => cosineDecay({ initialLearningRate, decaySteps: 1, alpha: 2 })).toThrow(
    /alpha must be from 0 to 1/,
  );
});

async function train(makeOptimizer: () => tf.Optimizer, options: FitOptions) {
  const model = referenceNetwork(makeOptimizer());
  const history = await fit(model, referenceSamples, { ...referenceOptions, ...options });
  return { model, history };
}

const scheduled: [name: string, makeOptimizer: () => tf.Optimizer, schedule: LearningRateSchedule][] = [
  [
    "sgd",
    () => tf.train.sgd(99),
    exponentialDecay({ initialLearningRate: 0.5, decaySteps: 3, decayRate: 0.8 }),
  ],
  ["rmsprop", () => tf.train.rmsprop(99), inverseTimeDecay({ initialLearningRate: 0.01, decayRate: 0.1 })],
  ["adam", () => tf.train.adam(99), cosineDecay({ initialLearningRate: 0.02, decaySteps: 18 })],
];

describe("fit(model, samples, { learningRateSchedule }) trains as Keras does", () => {
  it.each(scheduled)("with %s", async (name, makeOptimizer, learningRateSchedule) => {
    const { model, history } = await train(makeOptimizer, { epochs: 6, learningRateSchedule });
    const { learningRate, ...measured } = history;
    expectRun(measured, model, reference.scheduled[name]);
    // Keras does not log the rate of a schedule; here it is that of the last of three steps.
    expect(learningRate).toEqual([2, 5, 8, 11, 14, 17].map((step) => learningRateSchedule(step, 0)));
  });
});

const plateaus: [
  name: string,
  makeOptimizer: () => tf.Optimizer,
  epochs: number,
  options: ReduceOnPlateau,
][] = [
  ["patience2", () => tf.train.adam(0.05), 18, { factor: 0.5, patience: 2 }],
  [
    "cooldown",
    () => tf.train.adam(0.1),
    16,
    { factor: 0.3, patience: 1, cooldown: 2, minLearningRate: 0.005 },
  ],
  ["accuracy", () => tf.train.rmsprop(0.02), 12, { monitor: "accuracy", patience: 3, minDelta: 0.05 }],
];

describe("fit(model, samples, { reduceOnPlateau }) has the rates, history and weights of Keras", () => {
  it.each(plateaus)("%s", async (name, makeOptimizer, epochs, reduceOnPlateau) => {
    const { model, history } = await train(makeOptimizer, { epochs, reduceOnPlateau });
    const expected = reference.reduceOnPlateau[name];
    expectRun(history, model, expected);
    for (const [epoch, rate] of (expected?.history["learning_rate"] ?? []).entries()) {
      expect(history["learningRate"]?.[epoch]).toBeCloseTo(rate, 8);
    }
    expect(new Set(history["learningRate"]).size).toBeGreaterThan(2);
  });
});

/** Trains until the batch with the given number; gives what the abort leaves, through the bytes of its file. */
async function interrupt(
  makeOptimizer: () => tf.Optimizer,
  options: FitOptions,
  afterBatches: number,
): Promise<Checkpoint> {
  const controller = new AbortController();
  let last: Checkpoint | undefined;
  let batches = 0;
  const run = train(makeOptimizer, {
    ...options,
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

it.each<[string, () => tf.Optimizer, FitOptions]>([
  ...scheduled.map(
    ([name, makeOptimizer, learningRateSchedule]): [string, () => tf.Optimizer, FitOptions] => [
      `a schedule and ${name}`,
      makeOptimizer,
      { epochs: 6, learningRateSchedule },
    ],
  ),
  ...plateaus.map(
    ([name, makeOptimizer, epochs, reduceOnPlateau]): [string, () => tf.Optimizer, FitOptions] => [
      `reduceOnPlateau ${name}`,
      makeOptimizer,
      { epochs, reduceOnPlateau },
    ],
  ),
  // No reference: where the rate changes, the momentum of Keras is another one.
  [
    "a schedule and momentum",
    () => tf.train.momentum(99, 0.9),
    { epochs: 6, learningRateSchedule: stepDecay({ initialLearningRate, epochs: 2 }) },
  ],
])(
  "fit(model, samples, { resumeFrom }) with %s ends as an uninterrupted run, bit for bit",
  async (_name, makeOptimizer, options) => {
    const whole = await train(makeOptimizer, options);
    // Epochs of three batches: within one, and at the very end of one.
    for (const afterBatches of [2, 14, 15]) {
      const resumeFrom = await interrupt(makeOptimizer, options, afterBatches);
      const resumed = await train(makeOptimizer, { ...options, resumeFrom });
      expect(resumed.history).toEqual(whole.history);
      expect(weightsOf(resumed.model)).toEqual(weightsOf(whole.model));
    }
  },
);

it("fit(model, samples) has no learning rate in its history when nothing changes it", async () => {
  const { history } = await train(() => tf.train.sgd(0.1), {});
  expect(Object.keys(history)).toEqual(["loss", "accuracy", "valLoss", "valAccuracy"]);
});

it("fit(model, samples, { learningRateSchedule }) leaves no tensor behind", async () => {
  for (const optimizer of [tf.train.sgd(0.1), tf.train.momentum(0.1, 0.9), tf.train.rmsprop(0.1)]) {
    const model = referenceNetwork(optimizer);
    await fit(model, referenceSamples, referenceOptions);
    await expectNoLeak(async () => {
      await fit(model, referenceSamples, {
        ...referenceOptions,
        epochs: 3,
        learningRateSchedule: stepDecay({ initialLearningRate, epochs: 1 }),
      });
      await fit(model, referenceSamples, {
        ...referenceOptions,
        epochs: 3,
        reduceOnPlateau: { patience: 0, minDelta: 100 },
      });
    });
  }
});

it("fit(model, samples) rejects rates that cannot be", async () => {
  const sgd = () => tf.train.sgd(0.1);
  const invalid = { code: "INVALID_ARGUMENT" };
  const failing = train(sgd, { learningRateSchedule: (step) => (step < 2 ? 0.1 : -1) });
  await expect(failing).rejects.toThrow(/the schedule gives -1 for step 2 of epoch 0/);
  const both: FitOptions = { learningRateSchedule: () => 0.1, reduceOnPlateau: {} };
  await expect(train(sgd, both)).rejects.toMatchObject(invalid);
  await expect(train(sgd, { reduceOnPlateau: { factor: 1 } })).rejects.toThrow(
    /factor must be above 0 and below 1/,
  );
  await expect(train(sgd, { reduceOnPlateau: { cooldown: -1 } })).rejects.toMatchObject(invalid);
  await expect(train(sgd, { reduceOnPlateau: {}, validationSplit: 0 })).rejects.toThrow(
    /"valLoss" is monitored/,
  );
});
