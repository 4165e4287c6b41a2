import { platform } from "@minibatch/backends/internal/platform";
import type { BackendDriver } from "./BackendDriver.ts";
import { cpu } from "./cpu.ts";
import { wasm } from "./wasm.ts";
import { webgl } from "./webgl.ts";
import { webgpu } from "./webgpu.ts";

/** Every known backend, the one that "auto" prefers first. */
export const drivers: readonly BackendDriver[] = [platform.node, webgpu, webgl, wasm, cpu];
