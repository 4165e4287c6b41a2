import { platform } from "@minibatch/backends/internal/platform";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import type { Backend, BackendDriver, BackendStatus, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import type { Gpu, GpuAdapter, GpuAdapterInfo, GpuDevice } from "./Gpu.ts";
import { guardReads } from "./guardReads.ts";
import { notInstalled } from "./notInstalled.ts";
import { quietly } from "./quietly.ts";
import { unavailable } from "./unavailable.ts";
import { useBackend } from "./useBackend.ts";

const library = "@tensorflow/tfjs-backend-webgpu";

interface TfjsWebgpu {
  readonly WebGPUBackend: typeof WebGPUBackend;
}

/** Limits that tfjs' kernels make use of, where the adapter has more than the standard promises. */
const limits = [
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxBufferSize",
  "maxComputeWorkgroupSizeX",
  "maxComputeInvocationsPerWorkgroup",
];

/** Backends that this driver started: what they run on, and what has happened to it. */
const devices = new WeakMap<object, Pick<Backend, "device" | "emulated">>();
const faults = new WeakMap<object, BackendError>();

/** WebGPU, in browsers and through Dawn in Node: any GPU, without CUDA. */
export const webgpu: BackendDriver = {
  name: "webgpu",

  async probe(options): Promise<BackendStatus> {
    try {
      // First what is quick to find missing.
      const { info } = (await findAdapter(options)).adapter;
      await load(options);
      const what = describe(info);
      return {
        name: "webgpu",
        available: true,
        reason: what.emulated ? "it runs here, on a GPU that the CPU plays" : "WebGPU runs here, on a GPU",
        fix: "",
        ...what,
      };
    } catch (error) {
      return unavailable("webgpu", error);
    }
  },

  async start(options) {
    // The library does not tell its version; it is always that of tfjs-core.
    const version = tf.version_core;
    const running = tf.findBackend("webgpu");
    if (running && !faults.has(running)) {
      await useBackend("webgpu", platform.gpuFix);
      const { adapterInfo } = running as unknown as { readonly adapterInfo?: GpuAdapterInfo };
      return { name: "webgpu", ...(devices.get(running) ?? describe(adapterInfo)), version };
    }
    const { adapter, gpu } = await findAdapter(options);
    const { WebGPUBackend } = await load(options);
    platform.publishGpu(gpu);
    const device = await openDevice(adapter);
    const what = describe(adapter.info);
    if (what.emulated) suitCpu();
    if (tf.findBackendFactory("webgpu")) tf.removeBackend("webgpu");
    tf.registerBackend("webgpu", () => {
      const backend = new WebGPUBackend(device as never, adapter.info as never);
      watch(backend, device);
      devices.set(backend, what);
      return backend;
    });
    await useBackend("webgpu", platform.gpuFix);
    return { name: "webgpu", ...what, version };
  },
};

async function load({ libraries, folder }: StartBackendOptions): Promise<TfjsWebgpu> {
  const load = libraries?.webgpu ?? (() => platform.importWebgpu(folder));
  try {
    return (await quietly(load)) as TfjsWebgpu;
  } catch (cause) {
    if (cause instanceof BackendError) throw cause;
    throw notInstalled(library, cause);
  }
}

async function findAdapter({
  folder,
  adapter: name,
  powerPreference,
}: StartBackendOptions): Promise<{ readonly adapter: GpuAdapter; readonly gpu: Gpu }> {
  const gpu = await platform.openGpu(folder, name);
  const adapter = await gpu.requestAdapter({ powerPreference: powerPreference ?? "high-performance" });
  if (!adapter) {
    const which = name === undefined ? "no adapter" : `no adapter with "${name}" in its name`;
    throw new BackendError("NOT_AVAILABLE", `WebGPU finds ${which} here: ${platform.gpuFix}`);
  }
  return { adapter, gpu };
}

async function openDevice(adapter: GpuAdapter): Promise<GpuDevice> {
  try {
    return await adapter.requestDevice({
      requiredFeatures: ["timestamp-query"].filter((feature) => adapter.features.has(feature)),
      requiredLimits: Object.fromEntries(limits.map((limit) => [limit, adapter.limits[limit]])),
    });
  } catch (cause) {
    throw new BackendError(
      "START_FAILED",
      `${describe(adapter.info).device} gave no device: ${platform.gpuFix}`,
      {
        cause,
      },
    );
  }
}

function watch(backend: tf.KernelBackend, device: GpuDevice): void {
  void device.lost.then(({ reason, message }) => {
    const what = `the GPU device was lost (${[reason, message].filter(Boolean).join(": ")})`;
    faults.set(
      backend,
      new BackendError("DEVICE_LOST", `${what}: start the backend again, and build the model anew`),
    );
    endReads();
  });
  device.addEventListener("uncapturederror", (event) => {
    const { error } = event as Event & { readonly error: Error };
    if (error.constructor.name !== "GPUOutOfMemoryError" || faults.has(backend)) return;
    // Dawn tells where in its sources as well, on further lines.
    faults.set(backend, outOfMemory(`the GPU has no memory left (${error.message.split("\n", 1)[0]})`));
  });
  const endReads = guardReads(backend, () => faults.get(backend));
  refuseTooLarge(device);
}

/** tfjs asks for buffers of any size; of one that the device does not make it would read zeros. */
function refuseTooLarge(device: GpuDevice): void {
  const { maxBufferSize = 0, maxStorageBufferBindingSize = 0 } = device.limits;
  const most = Math.min(maxBufferSize, maxStorageBufferBindingSize);
  const create = device.createBuffer.bind(device);
  device.createBuffer = (descriptor) => {
    if (descriptor.size <= most) return create(descriptor);
    const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
    throw outOfMemory(
      `a tensor of ${megabytes(descriptor.size)} is larger than this GPU's largest buffer, ${megabytes(most)}`,
    );
  };
}

function outOfMemory(what: string): BackendError {
  return new BackendError("OUT_OF_MEMORY", `${what}: take smaller batches or a smaller model`);
}

/**
 * tfjs' shader for convolutions lets the threads of a group wait for each other at every tile, for which a CPU has to
 * switch between them. Laying the windows out as a matrix first takes a third of the time with one input channel, and
 * the same with 32 (SwiftShader, 3x3).
 */
function suitCpu(): void {
  tf.env().set("WEBGPU_CONV_SEPARATE_IM2COL_SHADER", true);
}

function isEmulated({ isFallbackAdapter, architecture, description }: GpuAdapterInfo): boolean {
  return isFallbackAdapter ?? /swiftshader|llvmpipe|basic render/i.test(`${architecture} ${description}`);
}

function describe(info: GpuAdapterInfo | undefined): Pick<Backend, "device" | "emulated"> {
  const name = info?.description || [info?.vendor, info?.architecture].filter(Boolean).join(" ");
  const device = `WebGPU on ${name || "an adapter that does not tell its name"}`;
  return { device, ...(info && isEmulated(info) && { emulated: true }) };
}
