// `npm run test:times`: runs every test, and names the files that take longest; -- --write: writes them into docs/test-times.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { packPackages } from "./packPackages.mjs";
import { root, setUp } from "./pnpm.mjs";

/** How many files are named. */
const NAMED = 20;

const { values } = parseArgs({ options: { write: { type: "boolean" } } });
setUp();
packPackages("integrations/tarballs");
const folder = mkdtempSync(join(tmpdir(), "minibatch-times-"));
const report = join(folder, "report.json");
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const started = performance.now();
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  { cwd: root, stdio: "inherit" },
);
const seconds = (performance.now() - started) / 1000;
const { testResults, numPassedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
rmSync(folder, { recursive: true });

const files = testResults
  .map(({ name, startTime, endTime, assertionResults }) => ({
    name: relative(root, name).replaceAll("\\", "/"),
    tests: assertionResults.length,
    seconds: (endTime - startTime) / 1000,
  }))
  .sort((a, b) => b.seconds - a.seconds);
const all = files.reduce((sum, file) => sum + file.seconds, 0);
const named = files
  .slice(0, NAMED)
  .map(({ name, tests, seconds }) => `| ${name} | ${tests} | ${seconds.toFixed(1)} |`);
const text = [
  `${numPassedTests} tests of ${files.length} files passed and ${numPendingTests} were skipped, in ${time(seconds)}; one file after another they would`,
  `take ${time(all)}. ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, Node ${process.version}.`,
  "",
  "| file | tests | seconds |",
  "| --- | ---: | ---: |",
  ...named,
].join("\n");
console.log(`\n${text}`);
if (values.write && status === 0) {
  const path = join(root, "docs", "test-times.md");
  const page = readFileSync(path, "utf8");
  writeFileSync(
    path,
    page.replace(/<!-- table -->[\s\S]*<!-- end -->/, () => `<!-- table -->\n${text}\n<!-- end -->`),
  );
}
process.exitCode = status ?? 1;

/** Minutes and seconds. */
function time(seconds) {
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
