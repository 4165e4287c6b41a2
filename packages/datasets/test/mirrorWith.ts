import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import type { DatasetFile } from "../src/Dataset.ts";

/** A mirror folder with one file. */
export async function mirrorWith(key: string, bytes: Uint8Array): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(dirname(join(folder, key)), { recursive: true });
  await writeFile(join(folder, key), bytes);
  return folder;
}

/** The entry of a file in a card. */
export function fileEntry(name: string, bytes: Uint8Array): DatasetFile {
  return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
