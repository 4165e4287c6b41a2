import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { vi } from "vitest";
import { wideKernelBytes } from "../src/wideKernelBytes.node.ts";

/**
 * Lets the kernels that are installed next stand on the wide loops, in engines too that make no wide vectors of them: there each loop is
 * what it says, with vectors of 128 bits.
 *
 * @returns how to let the engine decide again
 */
export function useWideKernels(): () => void {
  const spy = vi.spyOn(platform, "compileWide").mockImplementation(async (shared) => {
    const bytes = wideKernelBytes(shared);
    const [kernels, loops] = await Promise.all(
      [bytes.kernels, bytes.loops].map((each) => platform.compileFused(each)),
    );
    return kernels && loops && { kernels, loops };
  });
  return () => spy.mockRestore();
}
