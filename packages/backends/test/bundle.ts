import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { onTestFinished } from "vitest";

/**
 * Bundles a module that stands in this package, from the sources.
 *
 * @param code the module
 * @param platform browsers get tfjs too; Node finds it itself
 * @returns the path of the bundle, which is removed when the running test has finished
 */
export async function bundle(code: string, platform: "browser" | "node"): Promise<string> {
  const home = join(import.meta.dirname, "..", "node_modules");
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(home, ".test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const input = join(folder, "entry.js");
  await writeFile(input, code);
  const build = await rolldown({
    input,
    platform,
    external: platform === "node" ? [/^@tensorflow\//] : [],
    resolve: {
      conditionNames: ["@minibatch/source", ...(platform === "node" ? ["node"] : ["browser"]), "import"],
    },
    logLevel: "silent",
  });
  const file = join(folder, "bundle.mjs");
  await build.write({ file, format: "esm", codeSplitting: false });
  await build.close();
  return file;
}
