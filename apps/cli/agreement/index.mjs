// `npm run test:standalone`: what a run leaves as, beside the run itself. MNIST is learned for one epoch, pictures and a table of one's own for some
// more; modules answer all test images as `minibatch predict` does, and Chromium opens the pages from the disk with the network off. With
// `-- --write` the tables of packages/standalone/README.md are written anew.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mnist } from "@minibatch/datasets";
import { agreementTables, writeAgreement } from "./agreementTables.mjs";
import { compareModule } from "./compareModule.mjs";
import { compareRows } from "./compareRows.mjs";
import { comparePage } from "./comparePage.mjs";
import { drawDigits } from "./drawDigits.mjs";
import { minibatch } from "./minibatch.mjs";
import { openPages } from "./openPages.mjs";
import { ownRuns } from "./ownRuns.mjs";

const formats = ["float32", "int8"];
/** What a page of mnist-convnet may take. */
const mostBytes = { float32: 250_000, int8: 100_000 };
const counts = { passed: 0, failed: 0, skipped: 0 };

function check(what, holds) {
  counts[holds ? "passed" : "failed"] += 1;
  console.log(`${holds ? "✓" : "✗"} ${what}`);
}

function skip(why) {
  counts.skipped += 1;
  console.log(`- ${why}`);
}

const folder = mkdtempSync(join(tmpdir(), "minibatch-standalone-"));
const pages = await openPages();
try {
  if (pages === undefined) skip("no Chromium here: install chromium, or set CHROMIUM_PATH to its program");
  const mirror = process.env.MINIBATCH_MIRROR;
  if (mirror === undefined) skip("set MINIBATCH_MIRROR to the address of the dataset files to run this");
  const digits = mirror === undefined ? [] : await compareDigits(mirror);
  const own = [];
  for (const run of ownRuns) own.push(...(await compareOwn(run)));
  const tables = agreementTables(digits, own, pages?.version);
  console.log(`\n${tables}`);
  if (process.argv.includes("--write") && counts.failed + counts.skipped === 0) writeAgreement(tables);
} finally {
  await pages?.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** All test images of MNIST in a module; and a page that is drawn on. */
async function compareDigits(mirror) {
  train("digits", "mnist-convnet", "--epochs", "1");
  const { accuracy } = minibatch(folder, "evaluate", "digits");
  const { test } = await mnist.load({ mirror, split: "test" });
  const images = Array.from(test.y.data, (label, row) => ({
    label,
    pixels: test.x.data.subarray(row * 784, (row + 1) * 784),
  }));
  const samples = images.map((_, row) => `mnist:test:${row}`);
  const { predictions } = minibatch(folder, "predict", "digits", ...samples);
  const rows = [];
  for (const format of formats) {
    const { bytes } = save("digits", "web", format);
    check(`${format}: the page of mnist-convnet takes ${bytes} bytes`, bytes <= mostBytes[format]);
    save("digits", "js", format);
    const module = join(folder, `digits-${format}.js`, "model.js");
    const compared = await compareModule(module, images, predictions);
    const { same, difference } = compared;
    check(
      `${format}: ${same} of ${images.length} test images get the class of predict`,
      same >= 0.999 * images.length,
    );
    if (format === "float32") {
      check(`float32: no probability is off by more than ${difference.toExponential(1)}`, difference <= 1e-4);
      check(`float32: ${compared.accuracy} are right, as evaluate says`, compared.accuracy === accuracy);
    }
    const row = { format, page: bytes, module: statSync(module).size, ...compared };
    rows.push(pages === undefined ? row : { ...row, first: await drawOn(format) });
  }
  return rows;
}

async function drawOn(format) {
  const { one, zero, first, check: own } = await drawDigits(pages, join(folder, `digits-${format}.html`));
  check(`${format}: from the pen to the first answer it takes ${first.toFixed(0)} ms`, first < 100);
  check(`${format}: a drawn 1 is taken for ${one}, a drawn 0 for ${zero}`, one === "1" && zero === "0");
  check(`${format}: the page of digits computes what it did when it was made`, own === "good");
  return first;
}

/** Samples that a run has not seen, on its page. */
async function compareOwn(run) {
  const { name, title } = run;
  train(name, run.write(folder), ...run.options);
  const { predictions } = minibatch(folder, "predict", name, ...run.inputs());
  const rows = [];
  for (const format of formats) {
    const { bytes } = save(name, "web", format);
    save(name, "js", format);
    // A page prints probabilities to 4 decimals, values to 5 digits.
    const most = format === "float32" ? 1e-4 : 0.02;
    const module = await compareRows(
      join(folder, `${name}-${format}.js`, "model.js"),
      run,
      predictions,
      folder,
    );
    check(
      `${format}: the module of ${name} is off by no more than ${module.toExponential(1)}`,
      module <= most,
    );
    if (pages === undefined) {
      rows.push({ title, format, page: bytes });
      continue;
    }
    const file = join(folder, `${name}-${format}.html`);
    const { check: own, ...compared } = await comparePage(pages, file, run, predictions, folder);
    const { same, answers, difference } = compared;
    check(
      `${format}: ${same} of ${answers} answers on the page of ${name} are those of predict`,
      same === answers,
    );
    check(
      `${format}: on the page of ${name} none is off by more than ${difference.toExponential(1)}`,
      difference <= most,
    );
    check(`${format}: the page of ${name} computes what it did when it was made`, own === "good");
    rows.push({ title, format, page: bytes, ...compared });
  }
  return rows;
}

/** Seeded, and on the backend that every machine has. */
function train(run, ...what) {
  minibatch(folder, "train", ...what, "--seed", "1", "--backend", "wasm", "--out", run);
}

function save(run, to, format) {
  const file = `${run}-${format}.${to === "web" ? "html" : "js"}`;
  return minibatch(folder, "export", run, "--to", to, "--weights", format, "--out", file);
}
