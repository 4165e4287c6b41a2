import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const script = fileURLToPath(new URL("kernelProcess.mjs", import.meta.url));

/**
 * Measures single kernels against the machine, with plain SIMD, with relaxed SIMD, and with that of 256 bits.
 *
 * @param {number} seconds how long for each of them
 * @returns {Promise<{ kernels: object[], install: object[] }>} rows of the table; `gflops` and `limit` in GFLOP/s, `part` of
 *   the limit, all medians; and how long installing takes, the first time in a process
 */
export async function measureKernels(seconds) {
  const rows = [];
  const install = [];
  for (const instructions of ["simd", "relaxed-simd", "wide-simd"]) {
    const { stdout } = await run(process.execPath, [script, instructions, String(seconds)]);
    const { kernels, milliseconds, reason } = JSON.parse(stdout.trim().split("\n").at(-1));
    if (kernels) {
      install.push({ instructions, milliseconds });
      rows.push(...kernels.map((kernel) => ({ ...kernel, instructions })));
    } else rows.push({ name: "matMul 512x512x512", gflops: null, limit: null, instructions, reason });
  }
  return { kernels: rows, install };
}
