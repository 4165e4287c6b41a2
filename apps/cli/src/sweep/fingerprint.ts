import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Experiment, RecipeExperiment } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import { isModule } from "../experiment/importExperiment.ts";

/**
 * SHA-256 over the names and the bytes of all files of one's own that an experiment names, its data or its module, so that a run on another
 * machine is one on the same.
 *
 * Every file is read once: about a second for a gigabyte.
 *
 * @param folder what paths start from
 * @returns `undefined` where there are none: built-in datasets have published checksums
 * @throws {CliError} `INVALID_USAGE` for an address, behind which there can be something else tomorrow; `DATA_CHANGED` when nothing is there
 */
export async function fingerprint(
  experiment: Experiment | RecipeExperiment,
  folder: string,
): Promise<string | undefined> {
  const path = pathIn(experiment);
  if (path === undefined) return undefined;
  if (/^https?:\/\//.test(path)) {
    throw new CliError(
      "INVALID_USAGE",
      `${path} can hold something else tomorrow, and the runs of a sweep have to train on the same. Download it, and give the file.`,
    );
  }
  const root = resolve(folder, path);
  const found = await stat(root).catch((cause: unknown) => {
    throw new CliError("DATA_CHANGED", `The data of the sweep are not there: ${root}.`, { cause });
  });
  const names = found.isDirectory() ? await namesIn(root) : [""];
  const hash = createHash("sha256");
  for (const name of names) {
    const file = join(root, name);
    hash.update(`${name}\0${(await stat(file)).size}\0`);
    await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) hash.update(chunk);
    });
  }
  return hash.digest("hex");
}

function pathIn(experiment: Experiment | RecipeExperiment): string | undefined {
  if ("recipe" in experiment) return isModule(experiment.recipe) ? experiment.recipe : undefined;
  const { data } = experiment;
  if ("dataset" in data || "points" in data) return undefined;
  if ("arrays" in data) return data.arrays;
  return "table" in data ? data.table : data.pictures;
}

/** The files below a folder by their paths from it, with `/`, in an order that no file system decides. */
async function namesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort((one, other) => (one < other ? -1 : 1));
}
