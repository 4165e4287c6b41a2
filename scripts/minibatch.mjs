// `npm run -s minibatch -- …`: the CLI of this checkout; installs and builds it the first time.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needsSetUp, root, setUp } from "./pnpm.mjs";
import { publicPackages } from "./publicPackages.mjs";
import { runCommand } from "./runCommand.mjs";

if (needsSetUp()) {
  console.error("Installing and building; the first time that takes about a minute …");
  setUp({ quiet: true });
} else {
  // So that an edit in the sources shows at once; 0.1 s when there is none.
  const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  const { status } = spawnSync(process.execPath, [compiler, "-b"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  for (const { folder } of publicPackages()) joinIfCompiled(folder);
}
await runCommand();

/** What the compiler has just written is to be in the files for Node, too. */
function joinIfCompiled(folder) {
  const written = (file) => statSync(join(folder, "dist", file), { throwIfNoEntry: false })?.mtimeMs;
  const joined = written("node/index.js");
  if (joined === undefined || joined > (written(".tsbuildinfo") ?? 0)) return;
  const script = fileURLToPath(new URL("joinModules.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { cwd: folder, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
