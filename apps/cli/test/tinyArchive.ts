import { createHash } from "node:crypto";
import { type Cache, type DatasetCard, type DatasetFile, memoryCache, mnist } from "@minibatch/datasets";

/** What the tiny dataset's files hold: one stands alone, two are the members of an archive. */
export const tinyContents: Readonly<Record<string, Uint8Array>> = {
  "labels.gz": Uint8Array.from({ length: 1000 }, (_, index) => index % 251),
  "batches/one.bin": new Uint8Array(700).fill(1),
  "batches/two.bin": new Uint8Array(512).fill(2),
};

/** A dataset of a file and an archive, both tiny. */
export const tinyCard: DatasetCard = {
  ...mnist,
  name: "tiny",
  files: [
    entry("labels.gz"),
    {
      name: "batches.tar.gz",
      bytes: 99,
      sha256: "",
      members: [entry("batches/one.bin"), entry("batches/two.bin")],
    },
  ],
};

/** A cache that holds all of the tiny dataset. */
export async function tinyCache(): Promise<Cache> {
  const cache = memoryCache();
  for (const [name, bytes] of Object.entries(tinyContents)) await cache.put(`tiny/${name}`, bytes);
  return cache;
}

function entry(name: string): DatasetFile {
  const bytes = tinyContents[name] ?? new Uint8Array(0);
  return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
