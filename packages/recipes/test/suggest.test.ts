import type { SymbolicTensor } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "@minibatch/backends";
import { suggest } from "../src/index.ts";
import { fewDigits } from "./fewDigits.ts";

beforeAll(() => startBackend("wasm"));

it("suggest(pictures) fits the network to their size", () => {
  const model = (inputShape: number[]) => {
    const { architecture, createModel } = suggest({ ...fewDigits, inputShape });
    const made = createModel(1);
    const [, height, width] = (made.getLayer("flatten1").input as SymbolicTensor).shape;
    made.dispose();
    return { architecture, height, width };
  };
  expect(model([28, 28, 1])).toEqual({
    architecture: "Conv 32, pool, Conv 64, pool, Dense 128, dropout 0.25",
    height: 7,
    width: 7,
  });
  expect(model([64, 96, 3])).toMatchObject({ height: 8, width: 12 });
  expect(model([224, 224, 3])).toMatchObject({ height: 7, width: 7 });
  expect(model([1, 1, 1])).toMatchObject({ height: 1, width: 1 });
});

it("suggest(pictures) takes a second convolution a block, and fewer epochs, where there are many", () => {
  const many = suggest({ ...fewDigits, size: { train: 20_000, test: 2000 } });
  expect(many.architecture).toMatch(/^Conv 32, Conv 32, pool, Conv 64, Conv 64, pool/);
  expect(many.schedule.epochs).toBe(10);
  expect(suggest(fewDigits).schedule.epochs).toBe(100);
});

it("suggest(pictures) lets the learning rate fall to the last epoch, and stops at nothing before", () => {
  const { learningRateSchedule, reduceOnPlateau, earlyStopping } = suggest(fewDigits).schedule;
  expect({ learningRateSchedule, reduceOnPlateau, earlyStopping }).toEqual({
    learningRateSchedule: { cosineDecay: {} },
  });
});

it("suggest(pictures) drops out more of pictures in colour", () => {
  expect(suggest({ ...fewDigits, inputShape: [32, 32, 3] }).architecture).toMatch(/dropout 0\.5$/);
});

it("suggest(pictures) mirrors photographs, and neither digits nor letters", () => {
  expect(suggest(fewDigits).schedule.augmentation?.horizontalFlip).toBe(false);
  expect(suggest({ ...fewDigits, inputShape: [32, 32, 3] }).schedule.augmentation?.horizontalFlip).toBe(true);
});

it("suggest(table) keeps weights small for classes, the more the fewer rows there are", () => {
  const rows = (train: number) =>
    suggest({ ...fewDigits, inputShape: [5], size: { train, test: 100 } }).model;
  expect(rows(100)).toEqual({ mlp: { hidden: [64, 64], dropout: 0.3, l2: 0.01 } });
  expect(rows(7000)).toEqual({ mlp: { hidden: [64, 64], dropout: 0.3, l2: 0.00086 } });
});

it("suggest(dataset) refuses what it knows no network for", () => {
  expect(() => suggest({ ...fewDigits, task: "regression", classNames: [] })).toThrow(
    expect.objectContaining({ code: "INVALID_SETTING" }),
  );
});
