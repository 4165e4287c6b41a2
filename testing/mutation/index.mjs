// Changes the pure parts one expression at a time (Stryker) and counts the changes that a test notices.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pureParts } from "./pureParts.mjs";

/** What a folder has to reach, in percent: below it a table of results does not say much of the tests. */
const BAR = 85;

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: "boolean" },
    survivors: { type: "boolean" },
    concurrency: { type: "string", default: "2" },
    every: { type: "string", default: "1" },
  },
});
const names = Object.keys(pureParts).filter(
  (name) => positionals.length === 0 || positionals.some((part) => name.startsWith(part)),
);
if (names.length === 0) {
  console.error(
    `No part is called ${positionals.join(" or ")}: there are ${Object.keys(pureParts).join(", ")}.`,
  );
  process.exit(2);
}

if (!existsSync(join(here, "node_modules/@stryker-mutator/core"))) {
  // Its peers are this repository's own: without a second vitest, whose state the tests would not share.
  run("npm", ["install", "--legacy-peer-deps", "--no-package-lock", "--no-audit", "--no-fund"], {
    cwd: here,
  });
}

const folder = mkdtempSync(join(tmpdir(), "minibatch-mutation-"));
const rows = [];
for (const name of names) rows.push(measure(name));
rmSync(folder, { recursive: true });

const table = [
  "| folder | changes | noticed | not noticed | no test runs it | noticed, % |",
  "| --- | ---: | ---: | ---: | ---: | ---: |",
  ...rows.map(
    ({ name, all, killed, survived, noCoverage, score }) =>
      `| ${name} | ${all} | ${killed} | ${survived} | ${noCoverage} | ${score.toFixed(1)} |`,
  ),
].join("\n");
console.log(`\n${table}`);
if (values.write) writeTable(table);
process.exitCode = rows.every(({ score }) => score >= BAR) ? 0 : 1;

/** Mutates one folder, and counts what its tests noticed. */
function measure(name) {
  const [packageName] = name.split("/");
  const report = join(folder, "report.json");
  const settings = join(folder, "stryker.json");
  writeFileSync(
    settings,
    JSON.stringify({
      testRunner: "vitest",
      plugins: [join(here, "node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
      mutate: changedLines(name, Number(values.every)),
      vitest: { configFile: "testing/mutation/vitest.config.mjs", related: false },
      coverageAnalysis: "perTest",
      concurrency: Number(values.concurrency),
      // A change counts as noticed when the tests do not end: they may take ten times as long as without it and half a minute more, so that
      // a machine that others use as well does not make one up. Loops are counted besides, and end as soon as they are clearly endless.
      timeoutMS: 30_000,
      timeoutFactor: 10,
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: report },
      tempDirName: join(folder, "sandbox"),
      // Tests are compiled without their types; this names no file, since Stryker reads such files by TypeScript's older interface.
      tsconfigFile: "none",
      disableTypeChecks: false,
      // What no test of these parts reads.
      ignorePatterns: ["docs", "runs", "api", ".turbo", "testing/mutation/node_modules"],
    }),
  );
  const tests = pureParts[name].map((test) => `packages/${packageName}/test/${test}.test.ts`);
  run(process.execPath, [join(here, "node_modules/@stryker-mutator/core/bin/stryker.js"), "run", settings], {
    cwd: root,
    env: { ...process.env, MUTATION_TESTS: JSON.stringify(tests) },
  });
  const { files } = JSON.parse(readFileSync(report, "utf8"));
  const mutants = Object.entries(files).flatMap(([file, { mutants, source }]) =>
    mutants.map((mutant) => ({ ...mutant, file, source })),
  );
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  if (values.survivors) tellSurvivors(mutants);
  const killed = count("Killed", "Timeout");
  console.log(`${name}: ${count("Timeout")} of ${killed} noticed changes were loops without an end.`);
  const [survived, noCoverage] = [count("Survived"), count("NoCoverage")];
  const all = killed + survived + noCoverage;
  const label = values.every === "1" ? name : `${name} (a line in ${values.every})`;
  return { name: label, all, killed, survived, noCoverage, score: (100 * killed) / all };
}

/** What is changed of a folder: all of it, or by a line in so many, for a machine or an hour that has no time for all. */
function changedLines(name, every) {
  if (every === 1) return [`packages/${name}/**/*.ts`];
  const folder = join(root, "packages", name);
  let line = 0;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .flatMap((_, index) => {
          line += 1;
          return line % every === 0 ? [`packages/${name}/${file}:${index + 1}-${index + 1}`] : [];
        }),
    );
}

/** Prints each change that nothing noticed: where, and what stood there afterwards. */
function tellSurvivors(mutants) {
  for (const { file, status, location, replacement, mutatorName, source } of mutants) {
    if (status !== "Survived" && status !== "NoCoverage") continue;
    const line = source.split("\n")[location.start.line - 1].trim();
    console.log(
      `${file}:${location.start.line} ${status === "NoCoverage" ? "(no test) " : ""}${mutatorName}: ${line}  ->  ${replacement}`,
    );
  }
}

/** Puts the table into docs/mutation.md, between its marks; rows of parts that were not measured this time stay. */
function writeTable(table) {
  const path = join(root, "docs/mutation.md");
  const text = readFileSync(path, "utf8");
  const kept = new Map(
    text.split("\n").flatMap((line) => (/^\| \w+\//.test(line) ? [[line.split(" ")[1], line]] : [])),
  );
  const [head, rule, ...measured] = table.split("\n");
  for (const line of measured) kept.set(line.split(" ")[1], line);
  const lines = Object.keys(pureParts).map((name) => kept.get(name) ?? `| ${name} | not measured | | | | |`);
  writeFileSync(
    path,
    text.replace(/<!-- table -->[\s\S]*<!-- end -->/, () =>
      ["<!-- table -->", head, rule, ...lines, "<!-- end -->"].join("\n"),
    ),
  );
}

/** Runs a command, and ends this one where it fails. */
function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
