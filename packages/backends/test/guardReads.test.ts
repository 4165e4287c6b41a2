import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { BackendError, startBackend } from "../src/index.ts";
import { guardReads } from "../src/guardReads.ts";

beforeAll(() => startBackend("cpu"));

it("guardReads(backend, fault) lets values through until something has happened, then rejects with it", async () => {
  const backend = tf.backend();
  onTestFinished(() => {
    Reflect.deleteProperty(backend, "read");
    Reflect.deleteProperty(backend, "readSync");
  });
  let fault: BackendError | undefined;
  guardReads(backend, () => fault);
  const tensor = tf.tensor1d([1, 2]);
  onTestFinished(() => tensor.dispose());
  expect([...(await tensor.data())]).toEqual([1, 2]);
  expect([...tensor.dataSync()]).toEqual([1, 2]);
  const reading = tensor.data();
  fault = new BackendError("DEVICE_LOST", "it is gone");
  await expect(reading).rejects.toBe(fault);
  await expect(tensor.data()).rejects.toBe(fault);
  expect(() => tensor.dataSync()).toThrow(fault);
});

it("guardReads(backend, fault) ends reads that wait for a device that is gone, when it is told", async () => {
  let fault: BackendError | undefined;
  const backend = {
    read: () => new Promise(() => {}),
    readSync: () => new Float32Array(),
  } as unknown as tf.KernelBackend;
  const endReads = guardReads(backend, () => fault);
  const reading = backend.read({});
  fault = new BackendError("DEVICE_LOST", "it is gone");
  endReads();
  await expect(reading).rejects.toBe(fault);
});

it("guardReads(backend, fault) waits for the reason where a read fails some seconds before it is told, and not for ever", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let fault: BackendError | undefined;
  const unmapped = new Error("Buffer was unmapped before mapping was resolved.");
  const backend = {
    read: () => Promise.reject(unmapped),
    readSync: () => new Float32Array(),
  } as unknown as tf.KernelBackend;
  const endReads = guardReads(backend, () => fault);
  const failure = (): Promise<unknown> => backend.read({}).catch((error: unknown) => error);
  const untold = failure();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await untold).toBe(unmapped);
  const told = failure();
  await vi.advanceTimersByTimeAsync(5000);
  fault = new BackendError("DEVICE_LOST", "it is gone");
  endReads();
  expect(await told).toBe(fault);
});
