import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleForNode } from "./bundleForNode.mjs";

/**
 * Lets scripts of Keras and of this repository take turns on the files of one folder, which is gone afterwards.
 *
 * @param {URL} scripts the folder of the scripts
 * @param {(turns: {
 *   python: (script: string) => void,
 *   ours: (script: string) => Promise<void>,
 *   read: (file: string) => any,
 * }) => Promise<{ passed: number, failed: number }>} work runs scripts by their names, and reads JSON that they wrote
 */
export async function besideKeras(scripts, work) {
  const folder = mkdtempSync(join(tmpdir(), "minibatch-keras-"));
  const path = (name) => fileURLToPath(new URL(name, scripts));
  try {
    return await work({
      python(script) {
        execFileSync("python3", [path(script), folder], { stdio: ["ignore", "inherit", "ignore"] });
      },
      async ours(script) {
        const bundle = join(folder, script.replace(/\.ts$/, ".cjs"));
        await bundleForNode(path(script), bundle);
        execFileSync(process.execPath, [bundle, folder], { stdio: ["ignore", "ignore", "inherit"] });
      },
      read: (file) => JSON.parse(readFileSync(join(folder, file), "utf8")),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
