import { clearKeptPictures } from "@minibatch/images";
import { clearCache, datasets, findDataset, listCache } from "@minibatch/datasets";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import type { CommonOptions, Session } from "../Session.ts";
import { byteText } from "../terminal/byteText.ts";

/** The options of `minibatch datasets clear`, as they were typed. */
export interface ClearOptions extends CommonOptions {
  readonly yes?: boolean;
}

/**
 * Deletes what the cache holds of a dataset, or of all and of pictures of one's own, and nothing else in its folder.
 *
 * @throws {CliError} `INVALID_USAGE` without a name and without `--yes`
 */
export async function clearDatasets(
  name: string | undefined,
  { yes }: ClearOptions,
  session: Session,
): Promise<Output> {
  const { cache, display, commandLine } = session;
  if (name === undefined && !yes) {
    throw new CliError(
      "INVALID_USAGE",
      `This would delete every dataset in ${display(cache.folder)}. Name one, for example: ` +
        `${commandLine("datasets", "clear", "mnist")}\nFor all of them: ${commandLine("datasets", "clear", "--yes")}`,
    );
  }
  const chosen = name === undefined ? datasets : [findDataset(name)];
  const deleted: string[] = [];
  let bytes = 0;
  for (const dataset of chosen) {
    const present = (await listCache(cache, dataset)).filter(({ state }) => state === "present");
    const sizes = await Promise.all(present.map(({ key }) => sizeOf(join(cache.folder, key))));
    deleted.push(...(await clearCache(cache, dataset)));
    bytes += sizes.reduce((sum, size) => sum + size, 0);
  }
  if (name === undefined) {
    const keys = await cache.list();
    const sizes = await Promise.all(keys.map((key) => sizeOf(join(cache.folder, key))));
    const pictures = await clearKeptPictures(cache);
    bytes += keys.reduce((sum, key, at) => sum + (pictures.includes(key) ? (sizes[at] ?? 0) : 0), 0);
    deleted.push(...pictures);
  }
  const files = deleted.length === 1 ? "1 file" : `${deleted.length} files`;
  return {
    json: { cache: cache.folder, deleted, bytes },
    text: () =>
      deleted.length === 0
        ? `There was nothing of ${name ?? "any dataset"} in ${display(cache.folder)}\n`
        : `${files} deleted from ${display(cache.folder)}: ${byteText(bytes)} freed\n`,
  };
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
