// Prints by how many MB loading a dataset raises the peak of a fresh process: `node peakMemory.mjs <name> <cache> [mirror]`.
import { readFileSync } from "node:fs";
import { fileCache, findDataset, noCache } from "../../packages/datasets/dist/index.js";

const [, , name, cache, mirror] = process.argv;
const before = process.memoryUsage.rss();
const loaded = await findDataset(name).load({
  cache: cache ? fileCache(cache) : noCache,
  mirror,
  // Without a mirror, nothing but the cache will do.
  offline: mirror === undefined,
});
if (loaded.train.y.data.length === 0) throw new Error("nothing was loaded");
console.log((peak() - before) / 1e6);

/** Linux counts `maxRSS` from before the process became this one: its parent is in it. */
function peak() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS * 1024;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024;
}
