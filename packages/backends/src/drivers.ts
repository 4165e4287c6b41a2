import type { BackendDriver } from "./BackendDriver.ts";
import { cpu } from "./cpu.ts";
import { wasm } from "./wasm.ts";

/** Every known backend, the one that "auto" prefers first. */
export const drivers: readonly BackendDriver[] = [wasm, cpu];
