export { installWasmKernels } from "./installWasmKernels.ts";
export type { InstalledKernel, WasmKernels, WasmKernelsOptions } from "./installWasmKernels.ts";
export { provideTfjsModule } from "./provideTfjsModule.ts";
export type { ProvideTfjsModuleOptions } from "./provideTfjsModule.ts";
export { shareWasmMemory } from "./shareWasmMemory.ts";
export type { ShareWasmMemoryOptions } from "./shareWasmMemory.ts";
export type { TfjsWasmModule } from "./TfjsWasmModule.ts";
export { WasmKernelsError } from "./WasmKernelsError.ts";
export type { WasmKernelsErrorCode } from "./WasmKernelsError.ts";
