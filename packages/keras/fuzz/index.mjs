// `npm run test:fuzz:keras -- --files 100000 --seed 1`: damaged files of Keras, each of which has to give a model or an error with a code.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleForNode } from "../../../testing/src/bundleForNode.mjs";

const { values } = parseArgs({
  options: { files: { type: "string", default: "5000" }, seed: { type: "string", default: "1" } },
});
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "minibatch-fuzz-"));
try {
  const script = join(folder, "fuzzProcess.cjs");
  await bundleForNode(here("fuzzProcess.ts"), script);
  execFileSync(process.execPath, [script, values.files, values.seed, here("../test/reference/files.json")], {
    stdio: ["ignore", "inherit", "ignore"],
  });
} catch {
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
