import { resolve } from "node:path";
import { root } from "./pnpm.mjs";
import { stopWithParent } from "./stopWithParent.mjs";

/**
 * Runs the CLI of this checkout in this process, so that Ctrl-C and the exit code are its own, and in the folder of the person who
 * typed `npm run`: npm has moved to the root. The hints that it prints are then the repository's commands.
 */
export async function runCommand() {
  const { INIT_CWD: before, npm_package_json: called } = process.env;
  const moved = called === resolve(root, "package.json") && process.cwd() === resolve(root);
  if (before !== undefined && moved) process.chdir(before);
  process.env.MINIBATCH_CALLED_AS = "npm run -s minibatch --";
  stopWithParent();
  await import(new URL("../apps/cli/dist/node/bin.js", import.meta.url).href);
}
