import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());

function rowsFromBytes(data: Uint8Array, rows: number[], size: number, scale: number, offset: number) {
  const attributes = { data, rows, size, shape: [rows.length, size], scale, offset };
  return tf.engine().runKernel<tf.Tensor>("MinibatchRowsFromBytes", {}, attributes);
}

it.each([1, 7, 8, 9, 30])("MinibatchRowsFromBytes gathers and scales rows of %i bytes", async (size) => {
  const data = Uint8Array.from({ length: 5 * size }, (_, at) => (at * 37) % 256);
  const rows = [4, 0, 2, 2];
  const values = await expectNoLeak(() => {
    const batch = rowsFromBytes(data, rows, size, 0.5, -3);
    expect(batch.shape).toEqual([4, size]);
    const result = [...batch.dataSync()];
    batch.dispose();
    return result;
  });
  const expected = rows.flatMap((row) => [...data.subarray(row * size, (row + 1) * size)]);
  expect(values).toEqual(expected.map((value) => value * 0.5 - 3));
});
