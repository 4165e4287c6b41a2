import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { BackendError } from "../BackendError.ts";
import { findTfjsNode } from "../findTfjsNode.node.ts";
import { findPythonTensorFlow } from "./findPythonTensorFlow.node.ts";
import { holderOf } from "./holderOf.node.ts";
import { linkTensorFlow } from "./linkTensorFlow.node.ts";
import { npmInstall } from "./npmInstall.node.ts";
import { requireReachable } from "./requireReachable.node.ts";
import { openWorkshop, runSetup, type Setup } from "./Setup.node.ts";
import type { SetupOptions, SetupResult } from "./SetupStep.ts";
import { tryTfjsNode } from "./tryTfjsNode.node.ts";

const library = "@tensorflow/tfjs-node";
const version = "4.22.0";

/** Brings native TensorFlow: by tfjs-node's own download, or built on Python's TensorFlow where that is blocked. */
export function setupNode(options: SetupOptions): Promise<SetupResult> {
  return runSetup("node", options, async (setup) => {
    const present = await findWorking(setup, options.folder);
    if (present) return { backend: "node", outcome: "present", steps: setup.steps, ...present };
    await openWorkshop(setup);
    await npmInstall(setup, [`${library}@${version}`]);
    const root = join(setup.workshop, "node_modules", library);
    const outcome = (await download(setup)) ? "installed" : "built";
    if (outcome === "built") await build(setup, root);
    let tensorflow = "";
    await setup.step("start it once", async () => {
      tensorflow = await tryTfjsNode(root, setup.signal);
      return `TensorFlow ${tensorflow} adds`;
    });
    return { backend: "node", outcome, folder: setup.target, version: tensorflow, steps: setup.steps };
  });
}

async function findWorking(
  setup: Setup,
  folder: string | undefined,
): Promise<{ readonly folder: string; readonly version: string } | undefined> {
  const found = findTfjsNode(folder);
  if (found === undefined || found.fault !== "") return undefined;
  try {
    let version = "";
    await setup.step("look for one that runs", async () => {
      version = await tryTfjsNode(found.root, setup.signal);
      return `${found.root} runs on TensorFlow ${version}`;
    });
    return { folder: holderOf(found.root, found.library), version };
  } catch (error) {
    if (error instanceof BackendError) return undefined;
    throw error;
  }
}

/** The package's own way. Says whether it worked; what blocked it is told as a step that failed. */
async function download(setup: Setup): Promise<boolean> {
  try {
    await setup.step("download TensorFlow as the package does", async () => {
      const host = await requireReachable(setup.signal);
      await setup.run("npm", ["rebuild", library, "--foreground-scripts"]);
      return `from ${host}`;
    });
    return true;
  } catch (error) {
    if (error instanceof BackendError) return false;
    throw error;
  }
}

async function build(setup: Setup, root: string): Promise<void> {
  let found: Awaited<ReturnType<typeof findPythonTensorFlow>> | undefined;
  await setup.step("look for Python's TensorFlow to build on", async () => {
    found = await findPythonTensorFlow(setup.signal);
    return `${found.version} in ${found.folder}`;
  });
  if (!found) return;
  const tensorflow = found;
  await setup.step("look for a compiler", async () => {
    requireProgram("make");
    requireProgram("g++", "c++");
    return "make and a C++ compiler are here";
  });
  await setup.step("link its headers and libraries", async () => {
    await linkTensorFlow(root, tensorflow);
    return `${library}/deps`;
  });
  await setup.step("build the addon", async () => {
    await setup.run(
      "npm",
      ["run", "build-addon-from-source"],
      { ...nodeHeaders(), PYTHON: tensorflow.python },
      root,
    );
    return "tfjs_binding.node";
  });
}

function requireProgram(...names: readonly string[]): void {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  if (folders.some((folder) => names.some((name) => existsSync(join(folder, name))))) return;
  throw new BackendError(
    "SETUP_FAILED",
    `there is no ${names[0]} here to build with: install it (apt install build-essential)`,
  );
}

/** Where Node came with its headers, node-gyp need not download them. */
function nodeHeaders(): Record<string, string> {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include", "node", "node_api.h")) ? { npm_config_nodedir: prefix } : {};
}
