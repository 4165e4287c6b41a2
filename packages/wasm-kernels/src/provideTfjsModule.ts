import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { carriedTfjsModule } from "./carriedTfjsModule.ts";
import { declareMemoryShared } from "./declareMemoryShared.ts";
import { startFromModule } from "./startFromModule.ts";
import type { TfjsWasmModule } from "./TfjsWasmModule.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

const simdBuild = "tfjs-backend-wasm-simd.wasm";

/** Options of {@link provideTfjsModule}. */
export interface ProvideTfjsModuleOptions {
  /**
   * Where the .wasm files of tfjs lie, as its `setWasmPaths` takes it: to serve them apart.
   *
   * @default none is needed: this package carries the one that is used
   */
  readonly wasmPaths?: string | Readonly<Record<string, string>> | undefined;
  /** `tfjs-backend-wasm-simd.wasm` of tfjs, compiled, for engines that compile nothing at run time. */
  readonly module?: WebAssembly.Module | undefined;
}

/**
 * Lets the WASM backend of TensorFlow.js start with nothing to copy, to serve or to set a path to, in every bundler. To be
 * called before `tf.setBackend("wasm")`. For threads, call `shareWasmMemory` instead, which does the same.
 *
 * @param tfjsWasm the module `@tensorflow/tfjs-backend-wasm`
 * @throws {WasmKernelsError} `NO_TFJS_MODULE` where the module cannot be had, or the engine does not compile it
 * @example
 * import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
 * await provideTfjsModule(tfjsWasm);
 * await tf.setBackend("wasm");
 */
export async function provideTfjsModule(
  tfjsWasm: TfjsWasmModule,
  { wasmPaths, module }: ProvideTfjsModuleOptions = {},
): Promise<void> {
  startFromModule(tfjsWasm, module ?? (await compileTfjsModule(tfjsWasm, wasmPaths, false)));
}

/** Compiles tfjs' module, over memory that threads share or that one thread keeps. */
export async function compileTfjsModule(
  { version_wasm: version }: TfjsWasmModule,
  wasmPaths: ProvideTfjsModuleOptions["wasmPaths"],
  shared: boolean,
): Promise<WebAssembly.Module> {
  try {
    const path = typeof wasmPaths === "string" ? wasmPaths + simdBuild : wasmPaths?.[simdBuild];
    const bytes = await (path === undefined ? carriedTfjsModule(version) : platform.readTfjsModule(path));
    return await WebAssembly.compile(shared ? declareMemoryShared(bytes) : bytes);
  } catch (cause) {
    throw new WasmKernelsError(
      "NO_TFJS_MODULE",
      `expected ${simdBuild} of @tensorflow/tfjs-backend-wasm 4.22 to compile: ${String(cause)}`,
      { cause },
    );
  }
}
