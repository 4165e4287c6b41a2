// `npm run test:integrations`: packs every package, and installs, builds and runs the projects in integrations/ with them.
// `-- --all` adds those that install or build for long. Ends with a table of what trained where.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "./packPackages.mjs";
import { pnpm, setUp } from "./pnpm.mjs";

const all = process.argv.includes("--all");
const folder = mkdtempSync(join(tmpdir(), "minibatch-report-"));
const report = join(folder, "trained.jsonl");
process.env.MINIBATCH_INTEGRATIONS_REPORT = report;
if (all) process.env.MINIBATCH_INTEGRATIONS = "all";
process.on("exit", () => {
  printTable();
  rmSync(folder, { recursive: true });
});

setUp();
packPackages("integrations/tarballs");
const rest = process.argv.slice(2).filter((argument) => argument !== "--all");
pnpm(["vitest", "run", "--config", "integrations/vitest.config.ts", ...rest]);

function printTable() {
  if (!existsSync(report)) return;
  const rows = readFileSync(report, "utf8").trim().split("\n").map(JSON.parse);
  const cells = rows.map(({ where, threads, loss, note }) => [
    where,
    String(threads),
    loss.toFixed(5),
    note ?? "",
  ]);
  const header = ["where", "threads", "loss", "note"];
  const widths = header.map((title, column) =>
    Math.max(...[header, ...cells].map((row) => row[column].length)),
  );
  for (const row of [header, widths.map((width) => "-".repeat(width)), ...cells]) {
    console.log(`| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`);
  }
}
