import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { fileCache } from "../../packages/datasets/dist/index.js";

const runs = 7;

/**
 * Times loading from a warm cache against what cannot be saved: reading the downloaded files, SHA-256 and gunzip, with nothing
 * around. Both take turns; the medians count.
 *
 * CIFAR-10 is cached unzipped, which is why it can be faster than that.
 */
export async function compareTimes(dataset, cacheFolder, mirror) {
  const paths = dataset.files.map(({ name }) => join(mirror, dataset.name, name));
  const cache = fileCache(cacheFolder);
  const [bare, load] = [[], []];
  for (let i = 0; i < runs; i++) {
    bare.push(
      await timed(() => {
        for (const path of paths) {
          const bytes = readFileSync(path);
          createHash("sha256").update(bytes).digest("hex");
          gunzipSync(bytes);
        }
      }),
    );
    load.push(await timed(() => dataset.load({ cache, offline: true })));
  }
  return { what: `${paths.length} zipped`, bare: median(bare), load: median(load) };
}

async function timed(action) {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((one, other) => one - other)[values.length >> 1];
}
