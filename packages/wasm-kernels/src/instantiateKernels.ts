import { platform } from "@minibatch/wasm-kernels/internal/platform";
import type { KernelExports } from "./KernelExports.ts";
import { decodeBase64 } from "./decodeBase64.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";
import { fusedWasm, memoryFlagsAt, plainWasm } from "./wasmBytes.generated.ts";

/** The kernels, compiled. */
interface CompiledKernels {
  readonly module: WebAssembly.Module;
  /** The inner loops that they call, where those are a module of their own. */
  readonly loops: WebAssembly.Module | undefined;
  /** Whether they multiply and add in one instruction, rounding once. */
  readonly fused: boolean;
}

/** The kernels over a memory, and what another thread needs to run them too. */
export interface KernelInstance extends CompiledKernels {
  readonly wasm: KernelExports;
}

interface InstantiateOptions {
  /** Whether the engine's fused multiply-add may be used, where it has one. */
  readonly relaxedSimd?: boolean | undefined;
  /** Whether vectors of 256 bits may be used, where engine and machine have them; those fuse, too. */
  readonly wideSimd?: boolean | undefined;
  /** The kernels, compiled, where the engine compiles nothing at run time. */
  readonly module?: WebAssembly.Module | undefined;
}

/**
 * Starts the kernels over a memory that another module owns.
 *
 * @param memory the memory of tfjs' WASM backend
 * @throws {WasmKernelsError} `NO_SIMD` when the engine cannot run WebAssembly SIMD
 */
export async function instantiateKernels(
  memory: WebAssembly.Memory,
  options: InstantiateOptions = {},
): Promise<KernelInstance> {
  const { module } = options;
  const compiled = module ? { module, loops: undefined, fused: false } : await compile(memory, options);
  const env = { memory, threadDied };
  const wide = compiled.loops ? (await WebAssembly.instantiate(compiled.loops, { env })).exports : {};
  const instance = await WebAssembly.instantiate(compiled.module, { env, wide });
  return { wasm: instance.exports as unknown as KernelExports, ...compiled };
}

async function compile(
  memory: WebAssembly.Memory,
  { relaxedSimd = true, wideSimd = true }: InstantiateOptions,
): Promise<CompiledKernels> {
  const shared = !(memory.buffer instanceof ArrayBuffer);
  const plain = decode(plainWasm, shared);
  if (!WebAssembly.validate(plain)) {
    throw new WasmKernelsError(
      "NO_SIMD",
      "expected an engine with WebAssembly SIMD, this one has none: Node 16.4, Chrome 91, Firefox 89 and Safari 16.4 " +
        "are the first that do",
    );
  }
  const wide = relaxedSimd && wideSimd ? await platform.compileWide(shared) : undefined;
  if (wide) return { module: wide.kernels, loops: wide.loops, fused: true };
  const fused = relaxedSimd ? await platform.compileFused(decode(fusedWasm, shared)) : undefined;
  return {
    module: fused ?? (await WebAssembly.compile(plain)),
    loops: undefined,
    fused: fused !== undefined,
  };
}

// A module says whether the memory it imports is shared. It is the one byte in which the two kinds of build differ.
function decode(text: string, shared: boolean): Uint8Array<ArrayBuffer> {
  const bytes = decodeBase64(text);
  bytes[memoryFlagsAt] = shared ? 3 : 1;
  return bytes;
}

// Thrown through the kernel that was at work, to whoever asked for it.
function threadDied(): never {
  throw new WasmKernelsError(
    "THREAD_DIED",
    "a thread died in the middle of a computation, whose result is lost; `threadsMissing` says why, and the others go on without it. " +
      "Compute it again; where weights were being trained, from the last checkpoint",
  );
}
