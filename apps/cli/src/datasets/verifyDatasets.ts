import { type CachedFile, datasets, findDataset, verifyCache } from "@minibatch/datasets";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { byteText } from "../terminal/byteText.ts";

/**
 * Checks what the cache holds against the checksums of the cards.
 *
 * @param name of a dataset; all of them without it
 * @returns with the code 1 when a file is damaged
 */
export async function verifyDatasets(name: string | undefined, session: Session): Promise<Output> {
  const { cache, status, source } = session;
  const chosen = name === undefined ? datasets.filter(({ files }) => files.length > 0) : [findDataset(name)];
  const verified: { readonly name: string; readonly files: readonly CachedFile[] }[] = [];
  for (const dataset of chosen) {
    status.update(() => `Verifying ${dataset.name}`);
    const files = await verifyCache(cache, dataset, {
      signal: source.signal,
      onProgress: ({ file }) => status.update(() => `Verifying ${dataset.name}  ${file}`),
    });
    verified.push({ name: dataset.name, files });
  }
  status.clear();
  const damaged = verified.filter(({ files }) => files.some(({ state }) => state === "damaged"));
  const repair = session.commandLine("datasets", "fetch", ...damaged.map(({ name }) => name));
  return {
    code: damaged.length > 0 ? 1 : 0,
    json: {
      cache: cache.folder,
      ok: damaged.length === 0,
      datasets: verified.map(({ name, files }) => ({
        name,
        files: files.map(({ file: { bytes, sha256 }, key, state }) => ({ key, state, bytes, sha256 })),
      })),
    },
    text: () =>
      verified.map(({ name, files }) => datasetText(name, files, session)).join("") +
      (damaged.length > 0 ? `\nReplace what is damaged: ${session.colour.cyan(repair)}\n` : ""),
  };
}

function datasetText(name: string, files: readonly CachedFile[], { colour }: Session): string {
  if (files.length === 0) return `- ${name} is drawn on the spot: there is nothing to verify.\n`;
  const whole = files.filter(({ state }) => state === "whole");
  const damaged = files.filter(({ state }) => state === "damaged");
  if (damaged.length > 0) {
    const lines = damaged.map(({ key }) => `    ${key}\n`);
    return `${colour.red("✗")} ${name}: ${damaged.length} of ${files.length} files damaged\n${lines.join("")}`;
  }
  if (whole.length === 0) return `${colour.dim("-")} ${name} is not in the cache\n`;
  const bytes = byteText(whole.reduce((sum, { file }) => sum + file.bytes, 0));
  const count = whole.length === files.length ? "" : `${whole.length} of ${files.length} files, `;
  return `${colour.green("✓")} ${name}: ${count}${bytes}, whole\n`;
}
