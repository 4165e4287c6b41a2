// In a process of its own: a GPU that the CPU plays stays in it, where it is tested.
import { platform } from "@minibatch/backends/internal/platform";
import { temporaryFolder } from "@minibatch/testing";
import { beforeEach, expect, it, vi } from "vitest";
import type { Gpu, GpuAdapterInfo } from "../src/Gpu.ts";
import { webgpu } from "../src/webgpu.ts";

const info: GpuAdapterInfo = {
  vendor: "nvidia",
  architecture: "hopper",
  device: "",
  description: "",
  isFallbackAdapter: false,
};

function withAdapter(adapter: object | null): void {
  const gpu = { requestAdapter: async () => adapter } as unknown as Gpu;
  vi.spyOn(platform, "openGpu").mockResolvedValue(gpu);
}

beforeEach(() => {
  vi.spyOn(platform, "publishGpu").mockReturnValue();
});

it("webgpu.start() rejects with the fix where the package webgpu is not installed", async () => {
  await expect(webgpu.start({ folder: await temporaryFolder() })).rejects.toMatchObject({
    code: "NOT_INSTALLED",
    message: "expected webgpu to be installed: run minibatch backends --setup webgpu, or npm install webgpu",
  });
});

it("webgpu.probe() names the adapter", async () => {
  withAdapter({ info });
  expect(await webgpu.probe({})).toEqual({
    name: "webgpu",
    available: true,
    reason: "WebGPU runs here, on a GPU",
    fix: "",
    device: "WebGPU on nvidia hopper",
  });
});

it("webgpu.probe() tells a GPU that the CPU plays", async () => {
  const { isFallbackAdapter: _, ...unsaid } = info;
  withAdapter({ info: { ...unsaid, architecture: "swiftshader" } });
  expect(await webgpu.probe({})).toMatchObject({ available: true, emulated: true });
  withAdapter({ info: { ...info, isFallbackAdapter: true } });
  expect(await webgpu.probe({})).toMatchObject({ available: true, emulated: true });
});

it("webgpu.start() rejects where there is no adapter, or none of the name", async () => {
  withAdapter(null);
  await expect(webgpu.start({})).rejects.toMatchObject({
    code: "NOT_AVAILABLE",
    message: expect.stringMatching(/^WebGPU finds no adapter here: install a Vulkan driver/) as unknown,
  });
  await expect(webgpu.start({ adapter: "T4" })).rejects.toThrow(
    'finds no adapter with "T4" in its name here',
  );
});

it("webgpu.start() rejects where the adapter gives no device", async () => {
  withAdapter({
    info,
    features: new Set(),
    limits: {},
    requestDevice: () => Promise.reject(new Error("no")),
  });
  await expect(webgpu.start({})).rejects.toMatchObject({ code: "START_FAILED" });
});
