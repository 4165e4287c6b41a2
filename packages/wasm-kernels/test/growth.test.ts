// In a process of its own: memory is not shared.
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { installWasmKernels } from "../src/index.ts";
import { memoryOf, runningWasmBackend } from "../src/runningWasmBackend.ts";
import { sample } from "./againstCpu.ts";

it("a kernel of tfjs that holds views of the memory gets inputs that need no more of it", async () => {
  await tf.setBackend("wasm");
  await installWasmKernels();
  // Where memory is not shared, views die when it grows.
  const memory = memoryOf(runningWasmBackend());
  expect(memory.buffer).toBeInstanceOf(ArrayBuffer);
  const before = memory.buffer.byteLength;
  const x = sample([4, 48, 48, 4], 1) as tf.Tensor4D;
  const filters = Array.from({ length: 6 }, (_, index) => sample([3, 3, 4, 40], index + 2));
  const joined = (...filters: tf.Tensor[]) =>
    tf.sum(
      tf.concat(
        filters.map((filter) => tf.conv2d(x, filter as tf.Tensor4D, 1, "same")),
        3,
      ),
      [1, 2],
    );
  const recorded = tf.tidy(() => tf.valueAndGrads(joined)(filters).value.dataSync());
  expect(memory.buffer.byteLength).toBeGreaterThan(before);
  // Where no gradient is recorded, nothing is put off.
  expect([...recorded]).toEqual([...tf.tidy(() => joined(...filters).dataSync())]);
  tf.dispose([x, ...filters]);
});
