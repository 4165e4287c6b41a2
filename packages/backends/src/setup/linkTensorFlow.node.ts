import { existsSync } from "node:fs";
import { mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { BackendError } from "../BackendError.ts";
import type { PythonTensorFlow } from "./findPythonTensorFlow.node.ts";

/** What the wheel has on Linux; the first holds the C interface as well. */
const library = "libtensorflow_cc.so.2";
const framework = "libtensorflow_framework.so.2";

/** The names by which tfjs-node's build and its addon look for them. */
const links: readonly (readonly [string, string])[] = [
  ["libtensorflow.so", library],
  ["libtensorflow.so.2.9.1", library],
  [library, library],
  ["libtensorflow_framework.so", framework],
  [framework, framework],
];

/**
 * Lays links to the headers and libraries of Python's TensorFlow where tfjs-node would have downloaded its own.
 *
 * @param root the folder of the package @tensorflow/tfjs-node
 * @throws {BackendError} `SETUP_FAILED` where the wheel has none
 */
export async function linkTensorFlow(root: string, { folder, version }: PythonTensorFlow): Promise<void> {
  if (process.platform !== "linux") {
    throw new BackendError(
      "SETUP_FAILED",
      `building on Python's TensorFlow works on Linux, and this is ${process.platform}`,
    );
  }
  for (const name of ["include", library, framework]) {
    if (existsSync(join(folder, name))) continue;
    throw new BackendError(
      "SETUP_FAILED",
      `TensorFlow ${version} in ${folder} has no ${name}: install version 2.13 or newer`,
    );
  }
  const deps = join(root, "deps");
  await rm(deps, { recursive: true, force: true });
  await mkdir(join(deps, "lib"), { recursive: true });
  await symlink(join(folder, "include"), join(deps, "include"));
  for (const [name, target] of links) await symlink(join(folder, target), join(deps, "lib", name));
}
