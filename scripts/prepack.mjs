// Before a package is packed: its scripts without comments. Docstrings are in the types, where editors look for them.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const only = ["--composite", "--incremental", "--declaration", "--isolatedDeclarations"].flatMap((flag) => [
  flag,
  "false",
]);
const { status } = spawnSync(process.execPath, [compiler, "-p", ".", "--removeComments", ...only], {
  stdio: "inherit",
});
process.exit(status ?? 1);
