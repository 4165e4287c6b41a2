import { type Dataset, datasets, fetchDataset, findDataset, type LoadProgress } from "@minibatch/datasets";
import { join } from "node:path";
import { CliError } from "../CliError.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { byteText } from "../terminal/byteText.ts";

/** What became of a dataset that was to be fetched. */
interface Fetched {
  readonly name: string;
  /** The files that came, with the bytes that were sent of each. */
  readonly fetched: readonly { readonly file: string; readonly source: string; readonly bytes: number }[];
}

/**
 * Brings datasets into the cache, verified.
 *
 * @param names of datasets, or `all`
 */
export async function fetchDatasets(names: readonly string[], session: Session): Promise<Output> {
  const all = datasets.filter(({ files }) => files.length > 0);
  const chosen = new Set(names.flatMap((name) => (name === "all" ? all : [findDataset(name)])));
  const results: Fetched[] = [];
  try {
    for (const dataset of chosen) results.push(await fetchOne(dataset, session));
  } catch (error) {
    session.status.clear();
    if (!session.io.signal.aborted) throw error;
    const line = session.commandLine("datasets", "fetch", ...names);
    const message = `Interrupted: the files that had come are in the cache. For the others:\n  ${line}`;
    throw new CliError("INTERRUPTED", message, { cause: error });
  }
  const json = { cache: session.cache.folder, datasets: results };
  return { json, text: () => results.map((result) => resultLine(result, session)).join("") };
}

async function fetchOne(dataset: Dataset, session: Session): Promise<Fetched> {
  const { source, status } = session;
  const show = loadProgress(session);
  const arrived = new Map<string, LoadProgress>();
  await fetchDataset(dataset, {
    ...source,
    onProgress: (progress) => {
      if (progress.source === "cache") status.update(() => `Checking ${progress.file}`);
      else arrived.set(progress.file, progress);
      show(progress);
    },
  });
  // An archive is left as soon as it has given all that was wanted, and repacked ones have other sizes.
  for (const last of arrived.values()) show({ ...last, totalBytes: last.loadedBytes });
  status.clear();
  const fetched = Array.from(arrived.values(), ({ file, source, loadedBytes: bytes }) => ({
    file,
    source,
    bytes,
  }));
  return { name: dataset.name, fetched };
}

function resultLine({ name, fetched }: Fetched, { colour, cache, display }: Session): string {
  if (findDataset(name).files.length === 0)
    return `${name} is drawn on the spot: there is nothing to fetch.\n`;
  if (fetched.length === 0) return `${colour.green("✓")} ${name} is in the cache already, and whole.\n`;
  const bytes = byteText(fetched.reduce((sum, { bytes }) => sum + bytes, 0));
  return `${colour.green("✓")} ${name}: ${bytes} fetched, verified and kept in ${display(join(cache.folder, name))}\n`;
}
