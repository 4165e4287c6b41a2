// oxlint-disable no-underscore-dangle -- the names of the allocator are Emscripten's
import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { awaitHelpers } from "./awaitHelpers.ts";
import type { Helper } from "./Helper.ts";
import type { KernelInstance } from "./instantiateKernels.ts";
import type { TfjsWasmBackend } from "./runningWasmBackend.ts";
import type { Team } from "./Team.ts";

const CACHE_LINE = 64;

/**
 * Starts the threads that compute beside this one, and waits until each is up, some tens of milliseconds later, or has
 * failed. The results are the same without them.
 *
 * @param threads how many, this one counted
 */
export async function startTeam(
  backend: TfjsWasmBackend,
  { wasm, module, loops }: KernelInstance,
  memory: WebAssembly.Memory,
  threads: number,
): Promise<Team> {
  const bytes = wasm.teamBytes();
  const allocation = backend.wasm._malloc(bytes + CACHE_LINE) >>> 0;
  const block = Math.ceil(allocation / CACHE_LINE) * CACHE_LINE;
  backend.wasm.HEAPU8.fill(0, block, block + bytes);
  wasm.setTeam(block, threads, platform.mainThreadMayWait);
  const helpers: Helper[] = [];
  let refusal = "";
  try {
    while (helpers.length < threads - 1) {
      helpers.push(platform.startHelper({ module, loops, memory, block, threads }));
    }
  } catch (error) {
    refusal = String(error);
  }
  const attendance = await awaitHelpers(helpers);
  return {
    get threads() {
      return 1 + attendance.up;
    },
    get missing() {
      const short = threads - 1 - attendance.up;
      if (short === 0) return "";
      return `${short} of ${threads} threads are missing: ${attendance.reason || refusal}`;
    },
    stop() {
      if (helpers.length === 0) {
        // Without a backend any more, its memory is gone.
        backend.wasm?._free(allocation);
        return;
      }
      // The block stays: a helper may still be looking at it.
      wasm.stopHelpers();
      for (const helper of helpers) helper.terminate();
    },
  };
}
