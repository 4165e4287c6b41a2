import { setFlagsFromString } from "node:v8";

/** How many operations a bare kernel does at a time: as many milliseconds as the kernels take. */
const FLOPS = 3e8;

/**
 * Compiles what `bareKernels` gave.
 *
 * @param {Awaited<ReturnType<typeof import("./bareKernels.mjs").bareKernels>>} bare
 * @param {"simd" | "relaxed-simd" | "wide-simd"} instructions
 * @returns {{ name: string, run: () => void, flops: number }[]}
 */
export function startBareKernels({ module, kernels }, instructions) {
  // Node 20 knows relaxed SIMD behind this flag only; the kernels look after themselves.
  if (instructions !== "simd" && process.version.startsWith("v20."))
    setFlagsFromString("--experimental-wasm-relaxed-simd");
  const wide = instructions === "wide-simd";
  const flags = ["--experimental-wasm-revectorize", "--no-liftoff", "--no-wasm-lazy-compilation"];
  if (wide) for (const flag of flags) setFlagsFromString(flag);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module), { env: { abort() {} } });
  const usual = ["--no-experimental-wasm-revectorize", "--liftoff", "--wasm-lazy-compilation"];
  if (wide) for (const flag of usual) setFlagsFromString(flag);
  return kernels.map(({ name, flops }) => {
    const times = Math.ceil(FLOPS / flops);
    return { name, run: () => instance.exports[name](times), flops: flops * times };
  });
}
