import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The version of a package that a project has installed, as far as it tells users something: `16.4`. */
export async function versionOf(project: string, name: string): Promise<string> {
  const manifest = await readFile(join(project, "node_modules", name, "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { readonly version: string };
  return version.split(".").slice(0, 2).join(".");
}
