import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const wasmFile = createRequire(import.meta.url).resolve(
  "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm",
);

/**
 * Runs tfjs' tests of operations in a process of their own.
 *
 * @param {string} script the bundle of runSpecs.ts
 * @param {{ threads: number, relaxedSimd: boolean } | undefined} kernels options of the kernels; without, tfjs' own run
 * @returns {Promise<{ passed: string[], failed: Record<string, string> }>} names, and the first message of each failure
 */
export async function runVariant(script, kernels) {
  const folder = mkdtempSync(join(tmpdir(), "minibatch-ops-"));
  try {
    const child = spawn(process.execPath, [script, JSON.stringify({ kernels, wasmFile, folder })], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    // tfjs' tests provoke warnings, which say something only where the process does not come to its end.
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    const status = await new Promise((resolve) => child.on("close", resolve));
    if (status !== 0) throw new Error(`tfjs' tests ended with status ${status}:\n${output.slice(-4000)}`);
    return JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
