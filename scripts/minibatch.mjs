// `npm run -s minibatch -- …`: the CLI of this checkout; installs and builds it the first time.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { root, setUp } from "./pnpm.mjs";
import { stopWithParent } from "./stopWithParent.mjs";

const program = new URL("../apps/cli/dist/bin.js", import.meta.url);
if (existsSync(program)) {
  // So that an edit in the sources shows at once; 0.1 s when there is none.
  const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  const { status } = spawnSync(process.execPath, [compiler, "-b"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
} else {
  console.error("The first time: installing and building, about a minute …");
  setUp({ quiet: true });
}
// In this process, so that Ctrl-C and the exit code are the CLI's own.
stopWithParent();
await import(program.href);
