export { installWasmKernels } from "./installWasmKernels.ts";
export type { InstalledKernel, WasmKernels } from "./installWasmKernels.ts";
export { WasmKernelsError } from "./WasmKernelsError.ts";
export type { WasmKernelsErrorCode } from "./WasmKernelsError.ts";
