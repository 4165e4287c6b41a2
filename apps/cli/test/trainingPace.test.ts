import { expect, it, onTestFinished, vi } from "vitest";
import { type TrainingPace, trainingPace } from "../src/train/trainingPace.ts";

const start = {
  type: "start",
  recipe: "r",
  parameters: 2,
  trainSamples: 1000,
  validationSamples: 300,
  testSamples: 10,
  epochs: 2,
  batchSize: 100,
  firstEpoch: 1,
} as const;

/** Batches that take so many seconds each, one after the other from the first. */
function paceAfter(seconds: readonly number[], validationSamples: number): TrainingPace | undefined {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const pace = trainingPace();
  pace({ ...start, validationSamples });
  return seconds
    .map((each, index) => {
      vi.advanceTimersByTime(1000 * each);
      return pace({ type: "batch", epoch: 1, epochs: 2, batch: index + 1, batches: 10, logs: { loss: 1 } });
    })
    .at(-1);
}

it("trainingPace() knows nothing after three batches, which may be slower than those after them", () => {
  expect(paceAfter([9, 9, 9], 0)).toBeUndefined();
});

it("trainingPace() tells what is left by the batches after the third", () => {
  // Fifteen of twenty are left.
  expect(paceAfter([9, 9, 9, 2, 4], 0)).toEqual({ passed: 6, left: 15 * 3 });
});

it("trainingPace() counts three samples to validate on as one to learn from", () => {
  // Two epochs of ten batches and of one third of three, less four batches.
  expect(paceAfter([9, 9, 9, 2], 300)?.left).toBeCloseTo((2 * 11 - 4) * 2, 9);
});
