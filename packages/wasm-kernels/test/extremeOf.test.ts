import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, variants } from "./againstCpu.ts";

describe.each(variants)("%s: extremeOf(context, which, a, b)", (_name, options) => {
  beforeAll(() => startBackends(options));

  it.each([
    [[7], [7]],
    [[40_001], [40_001]],
    [[2, 5], []],
    [[], [2, 5]],
    [[1], [1, 1]],
    [
      [3, 1, 4],
      [2, 1],
    ],
    [
      [2, 1],
      [3, 1, 4],
    ],
    [
      [3, 4],
      [3, 4],
    ],
  ])("equals cpu for the shapes %j and %j", async (a, b) => {
    for (const extreme of [tf.maximum, tf.minimum]) {
      expect(await differenceFromCpu(() => extreme(sample(a, 1), sample(b, 2)))).toBe(0);
    }
  });

  it("keeps what is not a number, on either side", () =>
    expectNoLeak(() => {
      const known = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
      const with1NaN = tf.tensor2d([NaN, 9, -9, 0, 0, 0], [2, 3]);
      const oneRow = tf.tensor1d([NaN, 0, 9]);
      const nans = (y: tf.Tensor) => {
        const places = [...y.dataSync()].flatMap((value, at) => (Number.isNaN(value) ? [at] : []));
        y.dispose();
        return places;
      };
      for (const extreme of [tf.maximum, tf.minimum]) {
        expect(nans(extreme(known, with1NaN))).toEqual([0]);
        expect(nans(extreme(with1NaN, known))).toEqual([0]);
        expect(nans(extreme(6, with1NaN))).toEqual([0]);
        expect(nans(extreme(known, NaN))).toEqual([0, 1, 2, 3, 4, 5]);
        expect(nans(extreme(known, oneRow))).toEqual([0, 3]);
        expect(nans(extreme(oneRow, known))).toEqual([0, 3]);
      }
      tf.dispose([known, with1NaN, oneRow]);
    }));
});
