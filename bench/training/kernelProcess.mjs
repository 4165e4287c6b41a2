// Measures single kernels beside the machine's limit for their instruction set, one thread: prints a line of JSON.
// `node kernelProcess.mjs <simd | relaxed-simd | wide-simd> <seconds>`
import { setFlagsFromString } from "node:v8";
import { installWasmKernels } from "@minibatch/wasm-kernels";
import * as tf from "@tensorflow/tfjs-core";
import { bareKernels } from "./bareKernels.mjs";
import { kernelCases } from "./kernelCases.mjs";
import { median } from "./median.mjs";

/** How many operations a bare kernel does at a time: as many milliseconds as the kernels take. */
const LIMIT_FLOPS = 3e8;
/** Every kernel has so many turns, so that what disturbs the machine for a second disturbs a few turns of each. */
const TURNS = 5;

const [instructions, seconds] = process.argv.slice(2);
const fused = instructions !== "simd";
const wide = instructions === "wide-simd";
await import("@tensorflow/tfjs-backend-wasm");
await tf.setBackend("wasm");
const installing = performance.now();
const { relaxedSimd, wideSimd } = await installWasmKernels({ relaxedSimd: fused, wideSimd: wide });
const milliseconds = performance.now() - installing;

if (fused && !relaxedSimd) {
  console.log(JSON.stringify({ reason: "this engine has no relaxed SIMD" }));
} else if (wide && !wideSimd) {
  console.log(JSON.stringify({ reason: "this engine, or this machine, makes no vectors of 256 bits" }));
} else {
  const limit = fastest(await startBareKernels());
  const kernels = kernelCases().map((kernel) => ({ ...kernel, rates: [], limits: [], parts: [] }));
  for (const kernel of kernels) for (let pass = 0; pass < 3; pass += 1) gflops(kernel);
  const turn = (1000 * Number(seconds)) / kernels.length / TURNS;
  for (let round = 0; round < TURNS; round += 1)
    for (const kernel of kernels) besideLimit(kernel, limit, turn);
  const results = kernels.map(({ name, rates, limits, parts }) => ({
    name,
    gflops: median(rates),
    limit: median(limits),
    part: median(parts),
  }));
  console.log(JSON.stringify({ milliseconds, kernels: results }));
}

async function startBareKernels() {
  const { module, kernels } = await bareKernels(fused);
  // Node 20 knows relaxed SIMD behind this flag only; the kernels look after themselves.
  if (fused && process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
  const flags = ["--experimental-wasm-revectorize", "--no-liftoff", "--no-wasm-lazy-compilation"];
  if (wide) for (const flag of flags) setFlagsFromString(flag);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module), { env: { abort() {} } });
  const usual = ["--no-experimental-wasm-revectorize", "--liftoff", "--wasm-lazy-compilation"];
  if (wide) for (const flag of usual) setFlagsFromString(flag);
  return kernels.map(({ name, flops }) => {
    const times = Math.ceil(LIMIT_FLOPS / flops);
    return { run: () => instance.exports[name](times), flops: flops * times };
  });
}

/** The one that is fastest in turns with the others. */
function fastest(bare) {
  for (const kernel of bare) gflops(kernel);
  const rates = bare.map(() => []);
  for (let round = 0; round < 9; round += 1)
    bare.forEach((kernel, index) => rates[index].push(gflops(kernel)));
  const medians = rates.map(median);
  return bare[medians.indexOf(Math.max(...medians))];
}

/**
 * Runs limit and kernel in turns, and adds what they reach to the kernel's `rates` and `limits`. A machine that others share may
 * change its speed by a third within seconds: so each run of the kernel is compared with the runs of the limit right before and
 * after it, and that goes to `parts`.
 */
function besideLimit(kernel, limit, milliseconds) {
  // The kernels before had the caches.
  gflops(kernel);
  let before = gflops(limit);
  const end = performance.now() + milliseconds;
  do {
    const rate = gflops(kernel);
    const after = gflops(limit);
    kernel.rates.push(rate);
    kernel.limits.push(after);
    kernel.parts.push((2 * rate) / (before + after));
    before = after;
  } while (performance.now() < end);
}

function gflops({ run, flops }) {
  const start = performance.now();
  run();
  return flops / (performance.now() - start) / 1e6;
}
