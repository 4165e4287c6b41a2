// `npm run test:ops`: tfjs-core's own tests of its operations, on tfjs' WASM backend as it is and on the kernels, in all their variants.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleForNode } from "../../../testing/src/bundleForNode.mjs";
import { compareWithStock } from "./compareWithStock.mjs";
import { reportVariants } from "./reportVariants.mjs";
import { runVariant } from "./runVariant.mjs";
import { updateKnownFailures } from "./updateKnownFailures.mjs";

const variants = [
  { name: "tfjs' own kernels", kernels: undefined },
  { name: "2 threads, relaxed SIMD", kernels: { threads: 2, relaxedSimd: true } },
  { name: "2 threads, plain SIMD", kernels: { threads: 2, relaxedSimd: false } },
  { name: "1 thread, relaxed SIMD", kernels: { threads: 1, relaxedSimd: true } },
  { name: "1 thread, plain SIMD", kernels: { threads: 1, relaxedSimd: false } },
];

const listFile = new URL("knownFailures.json", import.meta.url);
const known = JSON.parse(readFileSync(listFile, "utf8"));

const folder = mkdtempSync(join(tmpdir(), "minibatch-ops-"));
try {
  const script = join(folder, "runSpecs.cjs");
  await bundleForNode(new URL("runSpecs.ts", import.meta.url).pathname, script);
  const runs = [];
  // One after the other: that of two threads has both cores of a small machine.
  for (const { name, kernels } of variants) runs.push({ name, ...(await runVariant(script, kernels)) });
  const [stock, ...ours] = runs;
  if (process.argv.includes("--update")) {
    writeFileSync(listFile, `${JSON.stringify(updateKnownFailures(known, stock, ours), null, 2)}\n`);
    console.log("knownFailures.json is written: give a reason to what has none");
  } else {
    const faults = compareWithStock(stock, ours, known);
    reportVariants(stock, ours, known, faults);
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
