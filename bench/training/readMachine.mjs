import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";

/**
 * What the machine is, as far as it says: virtual ones may say that two threads of a core are two cores.
 *
 * @returns {{ cpu: string, cores: number, memoryGB: number, node: string, platform: string, caches: string[], vectors?: number }} caches of
 *   data, the first level first, as the system writes them ("512K"); bits of the widest vectors; none and nothing where it does not say
 */
export function readMachine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    caches: readCaches("/sys/devices/system/cpu/cpu0/cache"),
    vectors: readVectors("/proc/cpuinfo"),
  };
}

/** @param {string} folder a folder of Linux, with one for each cache */
export function readCaches(folder) {
  const read = (name, file) => readFileSync(`${folder}/${name}/${file}`, "utf8").trim();
  try {
    return readdirSync(folder)
      .filter((name) => /^index\d+$/.test(name) && read(name, "type") !== "Instruction")
      .toSorted((a, b) => read(a, "level") - read(b, "level"))
      .map((name) => read(name, "size"));
  } catch {
    return [];
  }
}

/** @param {string} file Linux' list of what a processor can do */
export function readVectors(file) {
  try {
    const text = readFileSync(file, "utf8");
    if (/\bavx512f\b/.test(text)) return 512;
    return /\bavx2\b/.test(text) ? 256 : 128;
  } catch {
    return undefined;
  }
}
