import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll } from "vitest";

const run = promisify(execFile);
const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

let installed: Promise<string> | undefined;

afterAll(async () => {
  if (installed !== undefined) await rm(await installed, { recursive: true, force: true });
});

/**
 * Builds and packs this package, and installs the tarball alone, with no network.
 *
 * @returns a folder whose `node_modules` holds nothing else; the same for all tests of a file, removed after them
 */
export function installPackage(): Promise<string> {
  installed ??= install();
  return installed;
}

async function install(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "minibatch-test-"));
  const source = join(folder, "source");
  await mkdir(source);
  for (const name of ["package.json", "README.md", "LICENSE", "src"]) {
    await cp(inRepository(`packages/datasets/${name}`), join(source, name), { recursive: true });
  }
  // Not the package's own `dist`: it may be old, and others may be building it.
  const out = ["--outDir", join(source, "dist"), "--tsBuildInfoFile", join(source, "dist", ".tsbuildinfo")];
  await run(inRepository("node_modules/.bin/tsc"), ["-p", inRepository("packages/datasets"), ...out]);
  const { stdout: tarball } = await run(
    "npm",
    ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder],
    {
      cwd: source,
    },
  );
  await rm(source, { recursive: true });
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  const quick = ["--offline", "--no-audit", "--no-fund", "--no-save"];
  await run("npm", ["install", ...quick, `./${tarball.trim()}`], { cwd: folder });
  return folder;
}
