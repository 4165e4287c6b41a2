// Arithmetic that reads and writes nothing, by one thread and by all at once: `node arithmeticProcess.mjs <threads>`. For each line that comes in, a
// line of JSON goes out with the GFLOP/s of both.
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { bareKernels } from "./bareKernels.mjs";

/** Sums in registers: as many as a processor works on at the same time. */
const NAME = "registers12";
const TIMES = 200_000;
const MILLISECONDS = 60;

// Node 20 knows relaxed SIMD behind this flag only.
if (process.version.startsWith("v20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");

if (isMainThread) {
  const { module, kernels } = await bareKernels(true);
  const flops = kernels.find(({ name }) => name === NAME).flops;
  const work = start(module, flops);
  const workers = Array.from(
    { length: Number(process.argv[2]) - 1 },
    () => new Worker(new URL(import.meta.url), { workerData: { module, flops } }),
  );
  const workOf = (worker) =>
    new Promise((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
      worker.postMessage("work");
    });
  const all = async () => {
    const others = workers.map(workOf);
    const own = work();
    return (await Promise.all(others)).reduce((sum, rate) => sum + rate, own);
  };
  // Compiled and awake from then on.
  work();
  await all();
  console.log(JSON.stringify({ ready: NAME }));
  const lines = createInterface({ input: process.stdin });
  lines.on("close", () => process.exit(0));
  const answer = async () => {
    const one = work();
    console.log(JSON.stringify({ one, all: await all() }));
  };
  lines.on("line", () => void answer());
} else {
  const work = start(workerData.module, workerData.flops);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort.on("message", () => parentPort.postMessage(work()));
}

/** Gives a function that works for some milliseconds, and says how fast. */
function start(module, flops) {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module), { env: { abort() {} } });
  return () => {
    const begin = performance.now();
    let calls = 0;
    let milliseconds = 0;
    for (; milliseconds < MILLISECONDS; milliseconds = performance.now() - begin) {
      instance.exports[NAME](TIMES);
      calls += 1;
    }
    return (calls * TIMES * flops) / milliseconds / 1e6;
  };
}
