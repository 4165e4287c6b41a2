import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Lays out a package as npm would.
 *
 * @param folder the one with node_modules
 * @param files their contents by path; package.json is added
 * @returns the folder of the package
 */
export async function fakePackage(
  folder: string,
  name: string,
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const root = join(folder, "node_modules", name);
  const all = { "package.json": JSON.stringify({ name, version: "4.22.0", main: "index.js" }), ...files };
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await writeFile(join(folder, "package.json"), "{}");
  return root;
}
