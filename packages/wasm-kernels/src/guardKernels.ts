import type { KernelExports } from "./KernelExports.ts";

/** What shares no work out, and reads and writes what no step of an optimizer does. */
const alone: ReadonlySet<string> = new Set<keyof KernelExports>([
  "close",
  "countHits",
  "scaleBytes",
  "teamSize",
]);

/**
 * Makes kernels that can be called at any time.
 *
 * Whoever gets an error of this thread has the memory to himself again: what other threads wrote later would be found in new tensors.
 *
 * @param finish finishes what was left to the other threads: called before each kernel that cannot run beside it
 */
export function guardKernels(wasm: KernelExports, finish: () => void): KernelExports {
  const functions = Object.entries(wasm).map(([name, run]: [string, (...args: unknown[]) => unknown]) => {
    const waits = !alone.has(name);
    const runGuarded = (...args: unknown[]): unknown => {
      try {
        if (waits) finish();
        return run(...args);
      } catch (error) {
        wasm.close();
        throw error;
      }
    };
    return [name, runGuarded];
  });
  return Object.fromEntries(functions) as KernelExports;
}
