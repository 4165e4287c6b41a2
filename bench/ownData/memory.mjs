// How much memory a folder of many large photographs takes, on as many threads as there are cores: `node bench/ownData/memory.mjs [count]`.
// It needs Linux, python3 with Pillow and NumPy, and 2.6 MB of disk for each photograph.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noCache } from "../../packages/datasets/dist/index.js";
import { imageFolder } from "../../packages/images/dist/index.js";

const count = Number(process.argv[2] ?? 2000);
const folder = process.argv[3] ?? (await mkdtemp(join(tmpdir(), "minibatch-large-")));
const peak = () =>
  Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1000);
try {
  const script = fileURLToPath(new URL("largePictures.py", import.meta.url));
  if (process.argv[3] === undefined)
    execFileSync("python3", [script, folder, String(count)], { stdio: "inherit" });
  console.log(`before: ${peak()} MB`);
  const started = performance.now();
  const pictures = await imageFolder(folder, {
    cache: noCache,
    onProgress({ stage, done, total }) {
      if (done % Math.ceil(total / 8) === 0) console.log(`${stage} ${done} of ${total}: peak ${peak()} MB`);
    },
  });
  const { train } = await pictures.load();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${train.y.data.length} to train on, left out ${pictures.leftOut.length}, similar ${pictures.similar.length}; ${seconds.toFixed(0)} s, peak ${peak()} MB`,
  );
} finally {
  if (process.argv[3] === undefined) await rm(folder, { recursive: true, force: true });
}
