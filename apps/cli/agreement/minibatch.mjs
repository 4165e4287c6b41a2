import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

/** Runs the command of this checkout in a folder, and gives what it prints with --json. */
export function minibatch(cwd, ...argv) {
  const stdout = execFileSync(process.execPath, [bin, ...argv, "--json"], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(stdout);
}
