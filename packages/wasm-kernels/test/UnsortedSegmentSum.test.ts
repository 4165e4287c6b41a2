import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

beforeAll(() => startBackends());

describe("unsortedSegmentSum(x, ids, n)", () => {
  it.each([[[7]], [[7, 3]], [[7, 2, 5]], [[7, 1, 2, 9]]])("equals cpu for rows of %j", async (shape) => {
    const ids = () => tf.tensor1d([3, 0, 3, 1, 0, 4, 3], "int32");
    const sums = () => tf.unsortedSegmentSum(sample(shape, 1), ids(), 6);
    expect(await differenceFromCpu(sums)).toBeLessThan(tolerance);
  });

  it("drops ids outside the range, as cpu does", async () => {
    const ids = () => tf.tensor1d([-1, 0, 5], "int32");
    const sums = () => tf.unsortedSegmentSum(sample([3, 4], 1), ids(), 2);
    expect(await differenceFromCpu(sums)).toBeLessThan(tolerance);
  });

  it.each([0, 1])("is what lets tf.grad go through gather along axis %i", async (axis) => {
    const indices = () => tf.tensor1d([2, 0, 2, 1], "int32");
    const gradient = () =>
      tf.grad((x) => tf.sum(tf.square(tf.gather(x, indices(), axis))))(sample([3, 5], 1));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  });
});
