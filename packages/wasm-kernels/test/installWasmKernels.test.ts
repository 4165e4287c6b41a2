import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { installWasmKernels, WasmKernelsError } from "../src/index.ts";
import { startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());
beforeEach(async () => {
  await tf.setBackend("wasm");
  (await installWasmKernels()).uninstall();
});

describe("installWasmKernels()", () => {
  it("says what it added and what it replaced", async () => {
    const { kernels } = await installWasmKernels();
    const added = kernels.filter(({ change }) => change === "added").map(({ name }) => name);
    expect(added).toEqual([
      "MinibatchAccuracy",
      "MinibatchActivation",
      "MinibatchActivationGrad",
      "MinibatchBatchNormalization",
      "MinibatchBatchNormalizationGrad",
      "Conv2DBackpropFilter",
      "MinibatchCrossEntropy",
      "DepthwiseConv2dNativeBackpropFilter",
      "DepthwiseConv2dNativeBackpropInput",
      "MinibatchMeanGrad",
      "MinibatchMovingAverage",
      "MinibatchRandomMask",
      "MinibatchReluGrad",
      "MinibatchRowsFromBytes",
      "MinibatchSoftmaxGrad",
      "UnsortedSegmentSum",
    ]);
    expect(kernels.find(({ name }) => name === "BatchMatMul")?.change).toBe("replaced");
    expect(kernels.every(({ why }) => why.length > 0)).toBe(true);
  });

  it("gives the same installation the second time, and prints nothing", async () => {
    const warn = vi.spyOn(console, "warn");
    const first = await installWasmKernels();
    expect(await installWasmKernels()).toBe(first);
    expect(warn).not.toHaveBeenCalled();
  });

  it("is undone by uninstall, which may be called twice", async () => {
    const before = tf.getKernelsForBackend("wasm");
    const method = () => Object.getOwnPropertyDescriptor(tf.AdamOptimizer.prototype, "applyGradients");
    const original = method();
    const installation = await installWasmKernels();
    expect(method()).not.toEqual(original);
    installation.uninstall();
    installation.uninstall();
    expect(new Set(tf.getKernelsForBackend("wasm"))).toEqual(new Set(before));
    expect(method()).toEqual(original);
  });

  it("rejects another backend with a code and what to do", async () => {
    await tf.setBackend("cpu");
    await expect(installWasmKernels()).rejects.toThrow(WasmKernelsError);
    await expect(installWasmKernels()).rejects.toMatchObject({
      code: "WASM_NOT_RUNNING",
      message: expect.stringContaining('await tf.setBackend("wasm")') as unknown,
    });
  });

  it("rejects an engine without SIMD with a code, and may be tried again", async () => {
    vi.spyOn(WebAssembly, "validate").mockReturnValueOnce(false);
    await expect(installWasmKernels()).rejects.toMatchObject({ code: "NO_SIMD" });
    await expect(installWasmKernels()).resolves.toBeDefined();
  });
});
