// Prints how long loading takes and how much memory, as Markdown: `MINIBATCH_MIRROR=<folder> node bench/datasets/index.mjs`.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { fetchDataset, fileCache, findDataset } from "../../packages/datasets/dist/index.js";
import { bundleMnist } from "./bundleMnist.mjs";
import { compareTimes } from "./compareTimes.mjs";

const run = promisify(execFile);
const mirror = process.env["MINIBATCH_MIRROR"];
if (!mirror) throw new Error("Set MINIBATCH_MIRROR to a folder with the real files: README, Mirrors");

/** What a load may add to the peak: its own arrays and a quarter, and 40 MB. */
const allowed = (bytes) => (bytes * 1.25) / 1e6 + 40;
const arrayBytes = { mnist: 70_000 * 785, "fashion-mnist": 70_000 * 785, "cifar-10": 60_000 * 3073 };

const folder = await mkdtemp(join(tmpdir(), "minibatch-bench-"));
try {
  for (const name of Object.keys(arrayBytes)) {
    await fetchDataset(findDataset(name), { cache: fileCache(folder), mirror });
  }

  const memory = [];
  for (const [name, bytes] of Object.entries(arrayBytes)) {
    for (const source of ["warm cache", "mirror folder"]) {
      const script = fileURLToPath(new URL("peakMemory.mjs", import.meta.url));
      const from = source === "warm cache" ? [folder] : ["", mirror];
      const { stdout } = await run(process.execPath, [script, name, ...from]);
      memory.push([
        name,
        source,
        (bytes / 1e6).toFixed(0),
        Number(stdout).toFixed(0),
        allowed(bytes).toFixed(0),
      ]);
    }
  }

  const times = [];
  for (const name of Object.keys(arrayBytes)) {
    const { what, bare, load } = await compareTimes(findDataset(name), folder, mirror);
    times.push([name, what, bare.toFixed(0), load.toFixed(0), (load / bare).toFixed(2), "1.30"]);
  }

  const bundle = await bundleMnist();
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown"}\n`);
  table(["dataset", "bare reading of", "bare, ms", "load, ms", "ratio", "at most"], times);
  table(["dataset", "read from", "arrays, MB", "added to the peak, MB", "at most"], memory);
  table(
    ["@minibatch/datasets/mnist", "bytes", "at most"],
    [
      ["bundled and minified", bundle.length, ""],
      ["and zipped", gzipSync(bundle).length, 6000],
    ],
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

function table(head, rows) {
  for (const row of [head, head.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
  console.log();
}
