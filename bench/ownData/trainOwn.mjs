import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const bin = fileURLToPath(new URL("../../apps/cli/dist/node/bin.js", import.meta.url));

/**
 * Runs `minibatch train` as a person would.
 *
 * @param {string} cwd
 * @param {readonly string[]} args what follows `train`
 * @returns {Promise<{ result: any, seconds: number }>} what `--json` prints, and the time of the whole command
 */
export async function trainOwn(cwd, args) {
  const started = performance.now();
  const { stdout } = await run(process.execPath, [bin, "train", ...args, "--json", "--quiet"], {
    cwd,
    maxBuffer: 1e8,
  });
  return { result: JSON.parse(stdout), seconds: (performance.now() - started) / 1000 };
}
