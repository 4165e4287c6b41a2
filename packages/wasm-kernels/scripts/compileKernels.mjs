// Compiles the kernels, and the wide loops, for each target of asconfig.json, at the same time; assembly/width.ts says what they are.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const compiler = fileURLToPath(new URL("../node_modules/assemblyscript/bin/asc.js", import.meta.url));
const kernels = "assembly/index.ts";
const targets = { plain: kernels, fused: kernels, overWide: kernels, wide: "assembly/wide/index.ts" };
for (const [target, entry] of Object.entries(targets)) {
  spawn(process.execPath, [compiler, entry, "--config", "asconfig.json", "--target", target], {
    stdio: "inherit",
  }).on("exit", (code) => {
    process.exitCode ||= code ?? 1;
  });
}
