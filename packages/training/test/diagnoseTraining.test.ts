import { expect, it } from "vitest";
import { type DiagnosedTraining, diagnoseTraining, type Finding } from "../src/index.ts";

const falling = Array.from({ length: 20 }, (_, epoch) => 1 / (epoch + 1));
const level = falling.map(() => 0.5);
/** Ten classes of ten samples, all taken for the fourth. */
const constant = Array.from({ length: 10 }, () => Array.from({ length: 10 }, (_, at) => (at === 3 ? 10 : 0)));

const trained = (changes: Partial<DiagnosedTraining>): DiagnosedTraining => ({
  history: { loss: falling, valLoss: level },
  epochs: 20,
  learningRate: 0.01,
  ...changes,
});

it.for<[string, Partial<DiagnosedTraining>, readonly Finding[]]>([
  ["nothing where all is well", {}, []],
  ["nothing before the first epoch", { history: { loss: [] } }, []],
  [
    "that the loss rose, and a tenth of the rate",
    { history: { loss: [0.5, 0.4, 2.3] } },
    [
      { kind: "lossRose", from: 0.5, to: 2.3 },
      { kind: "tryRate", rate: 0.001 },
    ],
  ],
  ["nothing of a loss that trembles", { history: { loss: [0.5, 0.51] } }, []],
  [
    "that it answers the same everywhere, of a test loss of ln 10",
    { confusionMatrix: constant, test: { loss: Math.LN10, accuracy: 0.1 } },
    [
      { kind: "asGuessing", accuracy: 0.1, chance: 0.1, always: 3, everywhere: 0.1 },
      { kind: "tryRate", rate: 0.001 },
    ],
  ],
  [
    "that it guesses, surely, of another one; and that the rate is far above the usual",
    {
      confusionMatrix: constant,
      test: { loss: 15, accuracy: 0.1 },
      usual: { learningRate: 0.001, epochs: 20 },
    },
    [
      { kind: "asGuessing", accuracy: 0.1, chance: 0.1, always: 3, everywhere: undefined },
      { kind: "rateTooHigh", used: 0.01, usual: 0.001 },
    ],
  ],
  [
    "that it learned, where it is right for far more of the training samples than by guessing, and no other rate",
    {
      history: { loss: falling, accuracy: [0.2, 0.35], valAccuracy: [0.1, 0.1] },
      confusionMatrix: constant,
      test: { loss: 2.9, accuracy: 0.1 },
    },
    [
      { kind: "asGuessing", accuracy: 0.1, chance: 0.1, always: 3, everywhere: undefined },
      { kind: "unlikeTraining", training: 0.35 },
    ],
  ],
  [
    "how much the averages of batch normalization hold of their start after 4 steps, and how many are enough",
    {
      history: { loss: [2.1], accuracy: [0.25] },
      epochs: 1,
      usual: { learningRate: 0.01, epochs: 6 },
      confusionMatrix: constant,
      test: { loss: 2.9, accuracy: 0.1 },
      batchNormalization: { momentum: 0.5, steps: 4 },
    },
    [
      { kind: "asGuessing", accuracy: 0.1, chance: 0.1, always: 3, everywhere: undefined },
      { kind: "averagesAtStart", momentum: 0.5, steps: 4, left: 0.0625, enoughSteps: 5, enoughEpochs: 2 },
    ],
  ],
  [
    "so of one that does not guess, but is far better in training, before that it learns by heart",
    {
      history: { loss: falling, accuracy: [0.9], valAccuracy: [0.5] },
      test: { accuracy: 0.5 },
      batchNormalization: { momentum: 0.5, steps: 2 },
    },
    [
      { kind: "averagesAtStart", momentum: 0.5, steps: 2, left: 0.25, enoughSteps: 5, enoughEpochs: 50 },
      { kind: "byHeart", training: 0.9, validation: 0.5 },
    ],
  ],
  [
    "nothing of averages in one that is as good on the test set",
    {
      history: { loss: falling, accuracy: [0.9] },
      test: { accuracy: 0.85 },
      batchNormalization: { momentum: 0.99, steps: 8 },
    },
    [],
  ],
  [
    "nothing of averages that are far from their start: it learns by heart",
    {
      history: { loss: falling, accuracy: [0.9], valAccuracy: [0.5] },
      test: { accuracy: 0.5 },
      batchNormalization: { momentum: 0.5, steps: 5 },
    },
    [{ kind: "byHeart", training: 0.9, validation: 0.5 }],
  ],
  [
    "a rate far below the usual",
    { history: { loss: [1, 2] }, usual: { learningRate: 0.1, epochs: 20 } },
    [
      { kind: "lossRose", from: 1, to: 2 },
      { kind: "rateTooLow", used: 0.01, usual: 0.1 },
    ],
  ],
  [
    "that it saw too little, of fewer epochs and of fewer samples",
    { history: { loss: [1, 2] }, epochs: 2, usual: { learningRate: 0.01, epochs: 20 } },
    [{ kind: "lossRose", from: 1, to: 2 }, { kind: "sawTooLittle" }],
  ],
  [
    "40 points between training and validation, and not that it is past its best as well",
    { history: { loss: falling, accuracy: [0.5, 0.95], valLoss: [1, 2, 3, 4, 5], valAccuracy: [0.5, 0.55] } },
    [{ kind: "byHeart", training: 0.95, validation: 0.55 }],
  ],
  ["nothing of 19 points", { history: { loss: falling, accuracy: [0.94], valAccuracy: [0.75] } }, []],
  [
    "after which epoch validation was best",
    { history: { loss: [4, 3, 2, 1, 0.5, 0.4], valLoss: [4, 3, 2.9, 3.2, 3.5, 3.7] } },
    [{ kind: "pastBest", epoch: 3, epochs: 6 }],
  ],
  ["nothing of two epochs that were worse", { history: { loss: falling, valLoss: [3, 2, 4, 5] } }, []],
  [
    "what is as good",
    { test: { accuracy: 0.8 }, baselines: [{ name: "linear model", accuracy: 0.8 }] },
    [{ kind: "noBetterThan", name: "linear model" }],
  ],
  [
    "what is as good of values, where less is better",
    {
      test: { mae: 3 },
      baselines: [
        { name: "always the mean", mae: 9 },
        { name: "linear model", mae: 3 },
      ],
    },
    [{ kind: "noBetterThan", name: "linear model" }],
  ],
  [
    "that it was not at its end",
    { history: { loss: falling, valLoss: falling } },
    [{ kind: "unfinished", epochs: 20 }],
  ],
  [
    "nothing of that where the rate fell to nothing",
    { history: { loss: falling, valLoss: falling }, learningRateSchedule: { cosineDecay: {} } },
    [],
  ],
  ["nothing of a loss that rose by a twentieth and no more", { history: { loss: [1, 1.05] } }, []],
  [
    "a rate three times the usual",
    { history: { loss: [1, 2] }, learningRate: 0.375, usual: { learningRate: 0.125, epochs: 20 } },
    [
      { kind: "lossRose", from: 1, to: 2 },
      { kind: "rateTooHigh", used: 0.375, usual: 0.125 },
    ],
  ],
  [
    "a rate a third of the usual",
    { history: { loss: [1, 2] }, learningRate: 0.125, usual: { learningRate: 0.375, epochs: 20 } },
    [
      { kind: "lossRose", from: 1, to: 2 },
      { kind: "rateTooLow", used: 0.125, usual: 0.375 },
    ],
  ],
  [
    "a tenth of a rate that is twice the usual",
    { history: { loss: [1, 2] }, learningRate: 0.5, usual: { learningRate: 0.25, epochs: 20 } },
    [
      { kind: "lossRose", from: 1, to: 2 },
      { kind: "tryRate", rate: 0.05 },
    ],
  ],
  [
    "that it saw too little, of all epochs and of fewer samples",
    { history: { loss: [1, 2] }, limited: true, usual: { learningRate: 0.01, epochs: 20 } },
    [{ kind: "lossRose", from: 1, to: 2 }, { kind: "sawTooLittle" }],
  ],
  [
    "nothing to try of a training whose rate is not known",
    { history: { loss: [1, 2] }, learningRate: undefined },
    [{ kind: "lossRose", from: 1, to: 2 }],
  ],
  [
    "a fifth between training and validation, where there is no test set",
    {
      history: { loss: falling, accuracy: [0.75], valAccuracy: [0.5] },
      batchNormalization: { momentum: 0.5, steps: 2 },
    },
    [
      { kind: "averagesAtStart", momentum: 0.5, steps: 2, left: 0.25, enoughSteps: 5, enoughEpochs: 50 },
      { kind: "byHeart", training: 0.75, validation: 0.5 },
    ],
  ],
  [
    "no number of steps for averages that never move",
    {
      history: { loss: falling, accuracy: [0.9], valAccuracy: [0.5] },
      batchNormalization: { momentum: 1, steps: 2 },
    },
    [{ kind: "byHeart", training: 0.9, validation: 0.5 }],
  ],
  [
    "that validation is a quarter above its best three epochs later",
    { history: { loss: [4, 3, 2, 1], valLoss: [4, 4, 4.5, 5] } },
    [{ kind: "pastBest", epoch: 1, epochs: 4 }],
  ],
  ["nothing of less than a quarter", { history: { loss: [4, 3, 2, 1], valLoss: [4, 4, 4.5, 4.9] } }, []],
  [
    "nothing of it where training got no better",
    { history: { loss: [4, 4, 4, 4], valLoss: [4, 4, 4.5, 5] } },
    [],
  ],
  [
    "nothing of a training that was ended early",
    { history: { loss: falling, valLoss: falling }, epochs: 21 },
    [],
  ],
  [
    "that ten epochs were not enough",
    { history: { loss: falling, valLoss: falling.slice(0, 10) }, epochs: 10 },
    [{ kind: "unfinished", epochs: 10 }],
  ],
  ["nothing of nine", { history: { loss: falling, valLoss: falling.slice(0, 9) }, epochs: 9 }, []],
  [
    "nothing of a last tenth that won less than a hundredth",
    { history: { loss: falling, valLoss: [...Array<number>(18).fill(1), 0.995, 0.995] } },
    [],
  ],
  [
    "nothing of that under a rate that rises and falls once",
    { history: { loss: falling, valLoss: falling }, learningRateSchedule: { oneCycle: {} } },
    [],
  ],
  [
    "that it was not at its end under one that falls in steps",
    { history: { loss: falling, valLoss: falling }, learningRateSchedule: { stepDecay: {} } },
    [{ kind: "unfinished", epochs: 20 }],
  ],
  [
    "nothing of what is worse, or was measured by something else",
    {
      test: { accuracy: 0.8 },
      baselines: [
        { name: "always a cat", accuracy: 0.79 },
        { name: "a mean", mae: 0 },
      ],
    },
    [],
  ],
  ["nothing of a test set that was not measured", { test: {}, baselines: [{ name: "a mean", mae: 3 }] }, []],
])("diagnoseTraining(training) says %s", ([, changes, findings]) => {
  expect(diagnoseTraining(trained(changes))).toEqual(findings);
});

it("diagnoseTraining(training) takes a history of more epochs than a call has arguments", () => {
  const long = Array.from({ length: 200_000 }, (_, epoch) => 1 / (epoch + 1));
  const training = { history: { loss: long, valLoss: long }, epochs: 200_000 };
  expect(diagnoseTraining(training)).toEqual([{ kind: "unfinished", epochs: 200_000 }]);
});
