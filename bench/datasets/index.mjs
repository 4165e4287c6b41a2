// Prints how long loading takes and how much memory, as Markdown, and fails when it is more than allowed:
// `MINIBATCH_MIRROR=<folder> node bench/datasets/index.mjs`.
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
import { startMirror } from "./startMirror.mjs";

const run = promisify(execFile);
const mirror = process.env["MINIBATCH_MIRROR"];
if (!mirror) {
  console.error(
    "error: set MINIBATCH_MIRROR to a folder with the real files (README of @minibatch/datasets, Mirrors)",
  );
  process.exit(2);
}

/** What a load may add to the peak: its own arrays and a quarter, and 40 MB. */
const allowed = (bytes) => (bytes * 1.25) / 1e6 + 40;
const arrayBytes = { mnist: 70_000 * 785, "fashion-mnist": 70_000 * 785, "cifar-10": 60_000 * 3073 };

const folder = await mkdtemp(join(tmpdir(), "minibatch-bench-"));
const server = await startMirror(mirror);
try {
  for (const name of Object.keys(arrayBytes)) {
    await fetchDataset(findDataset(name), { cache: fileCache(folder), mirror });
  }

  const memory = [];
  for (const [name, bytes] of Object.entries(arrayBytes)) {
    const empty = join(folder, "empty");
    // What a load reads from, as peakMemory.mjs takes it: a cache, and a mirror for what is not in it.
    const sources = {
      "warm cache": [folder],
      "mirror folder": ["", mirror],
      HTTP: ["", server.url],
      "HTTP, into an empty cache": [empty, server.url],
    };
    for (const [source, from] of Object.entries(sources)) {
      const script = fileURLToPath(new URL("peakMemory.mjs", import.meta.url));
      const { stdout } = await run(process.execPath, [script, name, ...from]);
      await rm(empty, { recursive: true, force: true });
      memory.push({ name, source, bytes, added: Number(stdout), atMost: allowed(bytes) });
    }
  }

  const times = [];
  for (const name of Object.keys(arrayBytes)) {
    const { what, bare, load } = await compareTimes(findDataset(name), folder, mirror);
    times.push({ name, what, bare, load, ratio: load / bare, atMost: 1.3 });
  }

  const bundle = await bundleMnist();
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? "unknown"}\n`);
  const size = { zipped: gzipSync(bundle).length, atMost: 6000 };
  table(
    ["dataset", "bare reading of", "bare, ms", "load, ms", "ratio", "at most"],
    times.map(({ name, what, bare, load, ratio, atMost }) => [
      name,
      what,
      bare.toFixed(0),
      load.toFixed(0),
      ratio.toFixed(2),
      atMost.toFixed(2),
    ]),
  );
  table(
    ["dataset", "read from", "arrays, MB", "added to the peak, MB", "at most"],
    memory.map(({ name, source, bytes, added, atMost }) => [
      name,
      source,
      (bytes / 1e6).toFixed(0),
      added.toFixed(0),
      atMost.toFixed(0),
    ]),
  );
  table(
    ["@minibatch/datasets/mnist", "bytes", "at most"],
    [
      ["bundled and minified", bundle.length, ""],
      ["and zipped", size.zipped, size.atMost],
    ],
  );

  const missed = [
    ...times.filter(({ ratio, atMost }) => ratio > atMost).map(({ name }) => `the time of ${name}`),
    ...memory
      .filter(({ added, atMost }) => added > atMost)
      .map(({ name, source }) => `the memory of ${name} (${source})`),
    ...(size.zipped > size.atMost ? ["the size of mnist"] : []),
  ];
  if (missed.length > 0) {
    console.error(`Over what is allowed: ${missed.join(", ")}`);
    process.exitCode = 1;
  }
} finally {
  server.stop();
  await rm(folder, { recursive: true, force: true });
}

function table(head, rows) {
  for (const row of [head, head.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
  console.log();
}
