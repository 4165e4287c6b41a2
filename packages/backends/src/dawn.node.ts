import { BackendError } from "./BackendError.ts";
import type { Gpu } from "./Gpu.ts";
import { importInstalled } from "./importInstalled.node.ts";

/** The npm package `webgpu`, which is Dawn. */
interface Dawn {
  create(options: readonly string[]): Gpu;
  readonly globals: object;
}

const opened = new Map<string, Gpu>();
let globals: object = {};

/** WebGPU in Node: Dawn, through the npm package `webgpu`. */
export async function openDawn(folder: string | undefined, adapter: string | undefined): Promise<Gpu> {
  const key = adapter ?? "";
  const before = opened.get(key);
  if (before) return before;
  const dawn = (await importInstalled("webgpu", "webgpu", folder)) as Dawn;
  try {
    const gpu = dawn.create(adapter === undefined ? [] : [`adapter=${adapter}`]);
    opened.set(key, gpu);
    globals = dawn.globals;
    return gpu;
  } catch (cause) {
    throw new BackendError("NOT_AVAILABLE", `Dawn did not start: ${String(cause)}`, { cause });
  }
}

/** tfjs looks for `navigator.gpu`, and its kernels for constants such as GPUBufferUsage on globalThis. */
export function publishDawn(gpu: Gpu): void {
  Object.assign(globalThis, globals);
  const holder = (globalThis.navigator as object | undefined) ?? {};
  Object.defineProperty(holder, "gpu", { value: gpu, configurable: true });
  // Node 20 has no navigator at all.
  if (globalThis.navigator === undefined) {
    Object.defineProperty(globalThis, "navigator", { value: holder, configurable: true });
  }
}
