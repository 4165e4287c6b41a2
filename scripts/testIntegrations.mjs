// `npm run test:integrations`: packs every package, and installs, builds and runs the projects in integrations/ with them.
// `-- --all` adds those that install or build for long. Ends with tables of what trained where; `-- --all --write` writes
// them into docs/where-it-runs.md, where everything passed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "./packPackages.mjs";
import { isSetUp, pnpm, setUp } from "./pnpm.mjs";
import { whereItRuns, writeWhereItRuns } from "./whereItRuns.mjs";

const own = new Set(["--all", "--write"]);
const all = process.argv.includes("--all");
const write = process.argv.includes("--write");
if (write && !all) {
  console.error("--write needs --all: the tables would lack what takes long.");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "minibatch-report-"));
const report = join(folder, "trained.jsonl");
process.env.MINIBATCH_INTEGRATIONS_REPORT = report;
if (all) process.env.MINIBATCH_INTEGRATIONS = "all";
process.on("exit", (code) => {
  if (existsSync(report)) {
    const rows = readFileSync(report, "utf8").trim().split("\n").map(JSON.parse);
    console.log(`\n${Object.values(whereItRuns(rows)).join("\n\n")}`);
    if (write && code === 0) writeWhereItRuns(rows);
  }
  rmSync(folder, { recursive: true });
});

setUp();
if (!isSetUp) packPackages("integrations/tarballs");
const rest = process.argv.slice(2).filter((argument) => !own.has(argument));
pnpm(["vitest", "run", "--config", "integrations/vitest.config.ts", ...rest]);
