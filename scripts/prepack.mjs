// Before a package is packed: its scripts without comments, for docstrings are in the types, where editors look for them;
// and without what an earlier build left of modules that are gone.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

for (const file of readdirSync("dist", { recursive: true })) {
  const [, module] = /^(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(file) ?? [];
  if (module !== undefined && !existsSync(join("src", `${module}.ts`))) rmSync(join("dist", file));
}

const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const scriptsOnly = ["--composite", "--incremental", "--declaration", "--isolatedDeclarations"].flatMap(
  (flag) => [flag, "false"],
);
const { status } = spawnSync(process.execPath, [compiler, "-p", ".", "--removeComments", ...scriptsOnly], {
  stdio: "inherit",
});
process.exit(status ?? 1);
