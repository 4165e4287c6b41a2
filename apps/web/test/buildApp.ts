import { existsSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "vite";
import { inject } from "vitest";
import { webConfig } from "../vite/webConfig.ts";

/**
 * Builds the app from the sources, once for all test files of a run.
 *
 * @returns the folder that it is in
 */
export function buildApp(): Promise<string> {
  return buildOnce("app", "assets");
}

/**
 * Builds another version of the app: it does the same, but no script has the name that it has in {@link buildApp}'s.
 *
 * @param name a name for it
 * @returns the folder that it is in
 */
export function buildNextVersion(name: string): Promise<string> {
  return buildOnce(name, name);
}

/**
 * Builds another version of the app into the folder of {@link buildApp}'s, as whoever deploys from one folder does.
 *
 * @param name a name for it
 * @returns a copy of the folder
 */
export async function buildOver(name: string): Promise<string> {
  const earlier = await buildApp();
  return buildOnce(name, name, (outDir) => cp(earlier, outDir, { recursive: true }));
}

/**
 * @param assets the folder of its scripts, which makes a version another one
 * @param prepare puts into the folder what is to be there before
 */
async function buildOnce(
  name: string,
  assets: string,
  prepare: (outDir: string) => Promise<void> = async () => {},
): Promise<string> {
  const folder = inject("webBuildFolder");
  const at = (suffix: string): string => join(folder, `${name}${suffix}`);
  const [outDir, built, failed] = [at(""), at("-built"), at("-failed")];
  // Whoever makes the folder builds; the others wait for the mark.
  const isFirst = await mkdir(outDir).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await prepare(outDir);
      await buildInto(outDir, assets);
    } catch (error) {
      await writeFile(failed, String(error));
      throw error;
    }
    await writeFile(built, "");
  }
  while (!existsSync(built)) {
    if (existsSync(failed)) throw new Error("The app could not be built: see the first test that tried.");
    await wait(50);
  }
  return outDir;
}

async function buildInto(outDir: string, assetsDir: string): Promise<void> {
  const { root = ".", ...config } = webConfig;
  // Vitest runs as "test", for which Vite would build as for development: without working offline.
  const environment = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      ...config,
      root,
      configFile: false,
      logLevel: "error",
      build: { ...config.build, outDir, emptyOutDir: true, assetsDir },
    });
  } finally {
    process.env["NODE_ENV"] = environment;
  }
}
