import { setFlagsFromString } from "node:v8";
import { areGood } from "./checkWideLoops.node.ts";
import type { WideKernels } from "./WideKernels.ts";

// The first V8 that makes pairs of what these loops are made of: that of Node 24. The one of Node 22 knows the flag, and makes none.
const FIRST_V8 = 13;

// V8 reads its flags when it compiles. It compiles in two ways, and makes pairs in the second, to which it comes for a function that has
// run for a while: so all of this module has to be compiled in that way, and now.
const REVECTORIZED = ["experimental-wasm-revectorize", "no-liftoff", "no-wasm-lazy-compilation"];
const USUAL = ["no-experimental-wasm-revectorize", "liftoff", "wasm-lazy-compilation"];

/**
 * Compiles the kernels for vectors of 256 bits, where V8 makes one of two of WebAssembly's, which it calls experimental, and the processor
 * has such. They are used only where they are right, on this machine, by this version of V8: the loops are compared with themselves as
 * they are compiled otherwise, bit by bit. They also have to be faster than the usual ones. That takes 15 to 20 ms in all.
 *
 * @param shared whether the memory is
 */
export async function compileWideKernels(shared: boolean): Promise<WideKernels | undefined> {
  if (!mayRevectorize()) return undefined;
  const { wideKernelBytes } = await import("./wideKernelBytes.node.ts");
  const bytes = wideKernelBytes(shared);
  const loops = compileRevectorized(bytes.loops);
  const usual = new WebAssembly.Module(distinct(bytes.loops));
  if (!areGood(loops, usual, shared)) return undefined;
  return { kernels: await WebAssembly.compile(bytes.kernels), loops };
}

// Whoever gives V8 flags about WebAssembly has reasons for it, and V8 does not say what it had before they are changed. Deno and Bun look like Node.
function mayRevectorize(): boolean {
  const { versions, arch, execArgv, env } = process;
  if (arch !== "x64" || "deno" in versions || "bun" in versions) return false;
  if (Number.parseInt(versions.v8, 10) < FIRST_V8) return false;
  return !/wasm|liftoff|jitless/.test(`${execArgv.join(" ")} ${env["NODE_OPTIONS"] ?? ""}`);
}

// At once, for a promise of it never comes to an end with these flags; and what V8 compiles meanwhile for others, in the background, is little.
function compileRevectorized(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  for (const flag of REVECTORIZED) setFlagsFromString(`--${flag}`);
  try {
    return new WebAssembly.Module(bytes);
  } finally {
    for (const flag of USUAL) setFlagsFromString(`--${flag}`);
  }
}

// V8 compiles the same bytes once. With a section of its own, of an empty name, they are others.
function distinct(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const others = new Uint8Array(bytes.length + 3);
  others.set(bytes);
  others[bytes.length + 1] = 1;
  return others;
}
