import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { madeOnce } from "@minibatch/testing";

const run = promisify(execFile);
const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/**
 * Builds and packs this package, and installs the tarball alone, with no network; once for all test files of a run.
 *
 * @returns a folder whose `node_modules` holds nothing else
 */
export function installPackage(): Promise<string> {
  return madeOnce("installed-datasets", install);
}

async function install(folder: string): Promise<void> {
  const source = join(folder, "source");
  await mkdir(source);
  for (const name of ["package.json", "README.md", "LICENSE", "src"]) {
    await cp(inRepository(`packages/datasets/${name}`), join(source, name), { recursive: true });
  }
  // Not the package's own `dist`: it may be old, and others may be building it.
  const out = ["--outDir", join(source, "dist"), "--tsBuildInfoFile", join(source, "dist", ".tsbuildinfo")];
  await run(inRepository("node_modules/.bin/tsc"), ["-p", inRepository("packages/datasets"), ...out]);
  await run(process.execPath, [inRepository("scripts/joinModules.mjs")], { cwd: source });
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
}
