import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Adds up the files under a folder, as npm counts the unpacked size of a package. */
export async function unpackedBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
