// Measures single kernels and the machine's limit for their instruction set, one thread, in turns: prints a line of JSON.
// `node kernelProcess.mjs <fused: 0 | 1> <seconds>`
import { setFlagsFromString } from "node:v8";
import { installWasmKernels } from "@minibatch/wasm-kernels";
import * as tf from "@tensorflow/tfjs-core";
import { bareKernels } from "./bareKernels.mjs";
import { kernelCases } from "./kernelCases.mjs";

const fused = process.argv[2] === "1";
const end = performance.now() + 1000 * Number(process.argv[3]);
await import("@tensorflow/tfjs-backend-wasm");
await tf.setBackend("wasm");
const { relaxedSimd } = await installWasmKernels({ relaxedSimd: fused });

if (fused && !relaxedSimd) {
  console.log(JSON.stringify({ reason: "this engine has no relaxed SIMD" }));
} else {
  const bare = await bareKernels(fused);
  // Node 20 knows relaxed SIMD behind this flag only; the kernels look after themselves.
  if (fused && process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
  const { instance } = await WebAssembly.instantiate(bare.module, { env: { abort() {} } });
  const limits = bare.kernels.map(({ name, flops }) => {
    const times = Math.ceil(4e7 / flops);
    return { run: () => instance.exports[name](times), flops: flops * times, best: Infinity };
  });
  const cases = kernelCases().map((kernel) => ({ ...kernel, best: Infinity }));
  do {
    for (const subject of [...limits, ...cases]) {
      for (let pass = 0; pass < 3; pass += 1) {
        const start = performance.now();
        subject.run();
        subject.best = Math.min(subject.best, performance.now() - start);
      }
    }
  } while (performance.now() < end);
  const gflops = ({ flops, best }) => flops / best / 1e6;
  const limit = Math.max(...limits.map(gflops));
  const kernels = cases.map((kernel) => ({ name: kernel.name, gflops: gflops(kernel), limit }));
  console.log(JSON.stringify({ kernels }));
}
