// Arithmetic that needs nothing but the first-level cache, by one thread and by all at once: `node arithmeticProcess.mjs <threads>`. For each line that comes in, a
// line of JSON goes out with the GFLOP/s of both.
import { createInterface } from "node:readline";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { bareKernels } from "./bareKernels.mjs";
import { fastestKernel } from "./fastestKernel.mjs";
import { gflops } from "./gflops.mjs";
import { median } from "./median.mjs";
import { startBareKernels } from "./startBareKernels.mjs";

const MILLISECONDS = 60;
/** What the kernels compute with; where there are no vectors of 256 bits, the same code is compiled as it is. */
const instructions = process.version.startsWith("v20.") ? "relaxed-simd" : "wide-simd";

if (isMainThread) {
  const bare = await bareKernels(true);
  const kernel = fastestKernel(startBareKernels(bare, instructions));
  const work = () => rateOf(kernel);
  const workers = Array.from(
    { length: Number(process.argv[2]) - 1 },
    () => new Worker(new URL(import.meta.url), { workerData: { bare, name: kernel.name } }),
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
  console.log(JSON.stringify({ ready: kernel.name }));
  const lines = createInterface({ input: process.stdin });
  lines.on("close", () => process.exit(0));
  const answer = async () => {
    const one = work();
    console.log(JSON.stringify({ one, all: await all() }));
  };
  lines.on("line", () => void answer());
} else {
  const { bare, name } = workerData;
  const kernel = startBareKernels(bare, instructions).find((kernel) => kernel.name === name);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort.on("message", () => parentPort.postMessage(rateOf(kernel)));
}

/** How fast a kernel is, of some turns. */
function rateOf(kernel) {
  const end = performance.now() + MILLISECONDS;
  const rates = [];
  do rates.push(gflops(kernel));
  while (performance.now() < end);
  return median(rates);
}
