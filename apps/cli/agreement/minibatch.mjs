import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../dist/node/bin.js", import.meta.url));

/** Runs the command of this checkout in a folder, and gives what it prints with --json. */
export function minibatch(cwd, ...argv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv, "--json"], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0)
    throw new Error(`minibatch ${argv.slice(0, 6).join(" ")} ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout);
}
