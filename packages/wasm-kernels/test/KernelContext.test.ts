import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { instantiateKernels } from "../src/instantiateKernels.ts";
import { KernelContext } from "../src/KernelContext.ts";
import { memoryOf, runningWasmBackend } from "../src/runningWasmBackend.ts";
import { startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());

async function makeContext(): Promise<KernelContext> {
  await tf.setBackend("wasm");
  const backend = runningWasmBackend();
  return new KernelContext(backend, (await instantiateKernels(memoryOf(backend))).wasm);
}

describe("KernelContext", () => {
  it("address(tensor, size) points at the values, also of a tensor that came from another backend", async () => {
    const context = await makeContext();
    await tf.setBackend("cpu");
    const tensor = tf.tensor1d([1, 2, 3]);
    await tf.setBackend("wasm");
    const at = context.address(tensor, 3);
    const values = new Float32Array(memoryOf(context.backend).buffer, at, 3);
    expect([...values]).toEqual([1, 2, 3]);
    tensor.dispose();
  });

  it("scratch(bytes) keeps one block until more is asked for", async () => {
    const context = await makeContext();
    const first = context.scratch(1000);
    expect(context.scratch(10)).toBe(first);
    expect(context.scratch(100_000)).toBeGreaterThan(0);
    context.release();
  });

  it("ownAddress(variable, size) parts a variable from its clones and keeps its values", async () => {
    const context = await makeContext();
    const variable = tf.variable(tf.tensor1d([4, 5, 6]));
    const clone = tf.reshape(variable, [3, 1]);
    expect(context.address(variable, 3)).toBe(context.address(clone, 3));
    context.ownAddress(variable, 3);
    expect(context.address(variable, 3)).not.toBe(context.address(clone, 3));
    expect([...variable.dataSync()]).toEqual([4, 5, 6]);
    expect(context.ownAddress(variable, 3)).toBe(context.address(variable, 3));
    tf.dispose([variable, clone]);
  });

  it("renew(variable, write) leaves the values where they are, under another data id, and clones as they were", async () => {
    const context = await makeContext();
    const variable = tf.tidy(() => tf.variable(tf.tensor1d([4, 5, 6])));
    const renew = (value: number) => {
      const { dataId } = variable;
      context.renew(variable, (_from, to) => {
        new Float32Array(memoryOf(context.backend).buffer, to, 3).fill(value);
      });
      expect(variable.dataId).not.toBe(dataId);
      expect([...variable.dataSync()]).toEqual([value, value, value]);
    };
    const { numBytes, numTensors, numDataBuffers } = tf.memory();
    const place = context.address(variable, 3);
    renew(7);
    expect(context.address(variable, 3)).toBe(place);
    const clone = tf.clone(variable);
    renew(8);
    expect(context.address(variable, 3)).not.toBe(place);
    expect([...clone.dataSync()]).toEqual([7, 7, 7]);
    clone.dispose();
    renew(9);
    expect(tf.memory()).toMatchObject({ numBytes, numTensors, numDataBuffers });
    variable.dispose();
  });
});
