// `npm run test:wide`: the tests of the kernels in Node 24, which makes vectors of 256 bits of WebAssembly's where the processor has such.
// Node 20 makes none: what it tests of the wide loops is what they say, not what becomes of them. Arguments go to Vitest.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { root, setUp } from "./pnpm.mjs";

const FIRST = 24;

setUp({ quiet: true });
const node = Number.parseInt(process.versions.node, 10) < FIRST ? takeFromNpm() : process.execPath;
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(node, [vitest, "run", "packages/wasm-kernels/test", ...process.argv.slice(2)], {
  cwd: root,
  // What the tests start by its name is that version, too.
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  stdio: ["ignore", "inherit", "inherit"],
});
process.exit(status ?? 1);

/**
 * Installs Node of that version, to be removed when this process ends.
 *
 * @returns the path of the program
 */
function takeFromNpm() {
  if (process.platform !== "linux") {
    console.error(`npm has other versions of Node for Linux only: run this in Node ${FIRST} or newer.`);
    process.exit(1);
  }
  const library = `node-linux-${process.arch}`;
  const folder = mkdtempSync(join(tmpdir(), "minibatch-node-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  const install = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", [...install, `${library}@${FIRST}`], { stdio: ["ignore", 2, "inherit"] });
  return join(folder, "node_modules", library, "bin", "node");
}
