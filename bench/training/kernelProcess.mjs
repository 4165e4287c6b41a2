// Measures single kernels beside the machine's limit for their instruction set, one thread: prints a line of JSON.
// `node kernelProcess.mjs <simd | relaxed-simd | wide-simd> <seconds>`
import { installWasmKernels } from "@minibatch/wasm-kernels";
import * as tf from "@tensorflow/tfjs-core";
import { bareKernels } from "./bareKernels.mjs";
import { fastestKernel } from "./fastestKernel.mjs";
import { gflops } from "./gflops.mjs";
import { kernelCases } from "./kernelCases.mjs";
import { median } from "./median.mjs";
import { startBareKernels } from "./startBareKernels.mjs";

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
  const limit = fastestKernel(startBareKernels(await bareKernels(fused), instructions));
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
