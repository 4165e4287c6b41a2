// oxlint-disable no-underscore-dangle -- the names of the allocator are Emscripten's
import { platform } from "#platform";
import type { KernelInstance } from "./instantiateKernels.ts";
import type { TfjsWasmBackend } from "./runningWasmBackend.ts";

const CACHE_LINE = 64;

/**
 * Starts the threads that compute beside this one. They join when they are up, some tens of milliseconds later: nobody
 * waits for them, and the results are the same without them.
 *
 * @param threads how many, this one counted
 * @returns what ends them
 */
export function startTeam(
  backend: TfjsWasmBackend,
  { wasm, module }: KernelInstance,
  memory: WebAssembly.Memory,
  threads: number,
): () => void {
  const bytes = wasm.teamBytes();
  const allocation = backend.wasm._malloc(bytes + CACHE_LINE) >>> 0;
  const block = Math.ceil(allocation / CACHE_LINE) * CACHE_LINE;
  backend.wasm.HEAPU8.fill(0, block, block + bytes);
  wasm.setTeam(block, threads, platform.mainThreadMayWait);
  const helpers = Array.from({ length: threads - 1 }, () =>
    platform.startHelper({ module, memory, block, threads }),
  );
  return () => {
    if (helpers.length === 0) {
      backend.wasm._free(allocation);
      return;
    }
    // The block stays: a helper may still be looking at it.
    wasm.stopHelpers();
    for (const helper of helpers) helper.terminate();
  };
}
