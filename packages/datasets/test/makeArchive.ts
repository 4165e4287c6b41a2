import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { temporaryFolder } from "@minibatch/testing";
import type { DatasetCard, DatasetFile } from "../src/Dataset.ts";
import { makeTar } from "./makeTar.ts";
import { tinyDataset } from "./tinyDataset.ts";

/** A dataset whose one file is an archive of two members, and a mirror folder that has it. */
export async function makeArchive(): Promise<{ readonly card: DatasetCard; readonly mirror: string }> {
  const contents = { "batches/one.bin": new Uint8Array(700).fill(1), "batches/two.bin": new Uint8Array(50) };
  const packed = gzipSync(makeTar(contents));
  const entry = (name: string, bytes: Uint8Array): DatasetFile => ({
    name,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  const members = Object.entries(contents).map(([name, bytes]) => entry(name, bytes));
  const mirror = await temporaryFolder();
  await mkdir(join(mirror, "tiny"));
  await writeFile(join(mirror, "tiny", "batches.tar.gz"), packed);
  return { card: { ...tinyDataset(), files: [{ ...entry("batches.tar.gz", packed), members }] }, mirror };
}
