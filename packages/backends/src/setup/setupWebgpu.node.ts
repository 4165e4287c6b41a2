import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { resolveInstalled } from "../resolveInstalled.node.ts";
import { holderOf } from "./holderOf.node.ts";
import { npmInstall } from "./npmInstall.node.ts";
import { openWorkshop, runSetup } from "./Setup.node.ts";
import type { SetupOptions, SetupResult } from "./SetupStep.ts";

const library = "webgpu";
const tfjs = "@tensorflow/tfjs-backend-webgpu";

/** Brings WebGPU to Node: Dawn, by the npm package `webgpu`, and tfjs' backend for it. */
export function setupWebgpu(options: SetupOptions): Promise<SetupResult> {
  return runSetup("webgpu", options, async (setup) => {
    const present = resolveInstalled(library, "webgpu", options.folder);
    if (present !== undefined && resolveInstalled(tfjs, "webgpu", options.folder) !== undefined) {
      const version = await versionOf(present);
      const folder = holderOf(present, library);
      return { backend: "webgpu", outcome: "present", folder, version, steps: setup.steps };
    }
    await openWorkshop(setup);
    await npmInstall(setup, [`${library}@0.6.2`, `${tfjs}@4.22.0`]);
    const root = join(setup.workshop, "node_modules", library);
    await setup.step("remove what is for other systems", () => removeForeign(join(root, "dist")));
    return {
      backend: "webgpu",
      outcome: "installed",
      folder: setup.target,
      version: await versionOf(root),
      steps: setup.steps,
    };
  });
}

/** The package brings Dawn for every system: 130 MB, of which one needs 20. */
async function removeForeign(dist: string): Promise<string> {
  const system = process.platform === "darwin" ? "darwin-universal" : `${process.platform}-${process.arch}`;
  const others = (await readdir(dist)).filter(
    (name) => name !== system && /^(darwin|linux|win32)-/.test(name),
  );
  for (const name of others) await rm(join(dist, name), { recursive: true });
  return others.join(", ");
}

async function versionOf(root: string): Promise<string> {
  return (JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string }).version;
}
