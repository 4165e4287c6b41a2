// Compiles the kernels for both instruction sets of asconfig.json, at the same time.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const compiler = fileURLToPath(new URL("../node_modules/assemblyscript/bin/asc.js", import.meta.url));
for (const target of ["plain", "fused"]) {
  spawn(process.execPath, [compiler, "--config", "asconfig.json", "--target", target], {
    stdio: "inherit",
  }).on("exit", (code) => {
    process.exitCode ||= code ?? 1;
  });
}
