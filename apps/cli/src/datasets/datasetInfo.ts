import { type CachedFile, type Dataset, findDataset, listCache } from "@minibatch/datasets";
import { join } from "node:path";
import type { Output } from "../Output.ts";
import type { Session } from "../Session.ts";
import { byteText } from "../terminal/byteText.ts";
import { countText } from "../terminal/numberText.ts";
import { wrap } from "../terminal/wrap.ts";
import { cacheState } from "./cacheState.ts";

/** Shows the card of a dataset, and what of it is in the cache. */
export async function datasetInfo(name: string, session: Session): Promise<Output> {
  const { cache } = session;
  const dataset = findDataset(name);
  const cached = await listCache(cache, dataset);
  const json = {
    // A card is an object of data with functions beside it, which JSON leaves out.
    ...dataset,
    cache: {
      folder: join(cache.folder, dataset.name),
      state: cacheState(dataset, cached),
      files: cached.map(({ file, key, state }) => ({ key, bytes: file.bytes, state })),
    },
  };
  return { json, text: () => cardText(dataset, cached, session) };
}

function cardText(dataset: Dataset, cached: readonly CachedFile[], session: Session): string {
  const { colour, width } = session;
  const { title, name, description, size, files, mirrors } = dataset;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["rows", `${countText(size.train)} for training, ${countText(size.test)} for testing`],
    ["inputs", `[${dataset.inputShape.join(", ")}]`],
    ["columns", dataset.featureNames?.join(", ")],
    ["targets", dataset.classNames.length > 0 ? dataset.classNames.join(", ") : "a number"],
    ["licence", dataset.license],
    ["citation", dataset.citation],
    ["homepage", dataset.homepage],
    ["note", dataset.note],
    ["cached", cachedText(dataset, cached, session)],
  ];
  const indent = " ".repeat(10);
  const lines = facts.flatMap(([fact, text]) =>
    text === undefined ? [] : [`${colour.dim(fact.padEnd(indent.length))}${wrap(text, width, indent)}`],
  );
  const sections = [
    `${colour.bold(title)}  ${colour.dim(name)}\n${wrap(description, width)}\n`,
    `${lines.join("\n")}\n`,
  ];
  if (files.length > 0) sections.push(filesText(dataset, session));
  if (mirrors.length > 0) {
    const addresses = mirrors.map(({ url, cors }) => `  ${url}  ${colour.dim(`CORS: ${cors}`)}\n`);
    sections.push(`${colour.bold("Mirrors")}, in this order\n${addresses.join("")}`);
  }
  return sections.join("\n");
}

/** Each file with its checksum, which takes most of a line; below an archive, what is unpacked of it. */
function filesText({ files }: Dataset, { colour }: Session): string {
  const listed = files.flatMap((file) => [
    { file, role: file.members === undefined ? "" : ", of which is kept:" },
    ...(file.members ?? []).map((member) => ({ file: member, role: "" })),
    ...(file.alternative === undefined ? [] : [{ file: file.alternative, role: ", in its place" }]),
  ]);
  const lines = listed.map(
    ({ file: { name, bytes, sha256 }, role }) =>
      `  ${name}  ${countText(bytes)} bytes${role}\n    ${colour.dim(sha256)}\n`,
  );
  return `${colour.bold("Files")}, with SHA-256\n${lines.join("")}`;
}

function cachedText(dataset: Dataset, cached: readonly CachedFile[], session: Session): string {
  const { cache, display, commandLine } = session;
  const folder = display(join(cache.folder, dataset.name));
  const present = cached.filter(({ state }) => state === "present");
  const bytes = byteText(present.reduce((sum, { file }) => sum + file.bytes, 0));
  const fetch = `fetch it: ${commandLine("datasets", "fetch", dataset.name)}`;
  const texts = {
    drawn: "no need: it is drawn on the spot",
    yes: `yes, ${bytes} in ${folder}`,
    partly: `${present.length} of ${cached.length} files in ${folder}; ${fetch}`,
    no: `no; ${fetch}`,
  };
  return texts[cacheState(dataset, cached)];
}
