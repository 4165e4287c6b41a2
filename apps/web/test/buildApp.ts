import { execFile } from "node:child_process";
import { cp, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { madeOnce } from "@minibatch/testing";

const run = promisify(execFile);
const app = fileURLToPath(new URL("..", import.meta.url));

/**
 * Builds the app from the sources, once for all test files of a run.
 *
 * @returns the folder that it is in
 */
export function buildApp(): Promise<string> {
  return madeOnce("app", (outDir) => buildInto(outDir, "assets"));
}

/**
 * Makes another version of the app: it does the same, but no script has the name that it has in {@link buildApp}'s.
 *
 * @param name a name for it
 * @returns the folder that it is in
 */
export function nextVersion(name: string): Promise<string> {
  return madeOnce(name, async (folder) => {
    await cp(await buildApp(), folder, { recursive: true });
    await rename(join(folder, "assets"), join(folder, name));
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!/\.(?:html|js|json)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const text = await readFile(path, "utf8");
      const renamed = text.replaceAll("assets/", `${name}/`);
      await writeFile(path, entry.name === "service-worker.js" ? withVersion(renamed, name) : renamed);
    }
  });
}

/** The build names the version of a service worker after what its files have in them. */
function withVersion(worker: string, name: string): string {
  const own = /(?<=\bversion"?: ?["`])[0-9a-f]{12}(?=["`])/;
  if (!own.test(worker)) throw new Error("The service worker does not say its version where it used to.");
  return worker.replace(own, name);
}

/**
 * Builds another version of the app into the folder of {@link buildApp}'s, as whoever deploys from one folder does.
 *
 * @param name a name for it
 * @returns a copy of the folder
 */
export function buildOver(name: string): Promise<string> {
  return madeOnce(name, async (outDir) => {
    await cp(await buildApp(), outDir, { recursive: true });
    await buildInto(outDir, name);
  });
}

/**
 * Builds in a process of its own: Vite brings native code with threads, which a process that computes in others need not share.
 *
 * @param assets the folder of its scripts, which makes a version another one
 */
async function buildInto(folder: string, assets: string): Promise<void> {
  const vite = join(app, "node_modules", "vite", "bin", "vite.js");
  const options = ["--outDir", folder, "--emptyOutDir", "--assetsDir", assets, "--logLevel", "error"];
  // Vitest runs as "test", for which Vite would build as for development: without working offline.
  const env = { ...process.env, NODE_ENV: "production" };
  await run(process.execPath, [vite, "build", ...options], { cwd: app, env });
}
