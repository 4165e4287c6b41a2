export { installWasmKernels } from "./installWasmKernels.ts";
export type { InstalledKernel, WasmKernels, WasmKernelsOptions } from "./installWasmKernels.ts";
export { shareWasmMemory } from "./shareWasmMemory.ts";
export type { ShareWasmMemoryOptions, TfjsWasmModule } from "./shareWasmMemory.ts";
export { WasmKernelsError } from "./WasmKernelsError.ts";
export type { WasmKernelsErrorCode } from "./WasmKernelsError.ts";
