import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { resolveInstalled } from "./resolveInstalled.node.ts";

/** An installed tfjs-node. */
export interface TfjsNode {
  /** Its package name; the one for GPUs goes first. */
  readonly library: string;
  readonly root: string;
  /** What keeps it from starting; empty where nothing is known to. */
  readonly fault: string;
}

const libraries = ["@tensorflow/tfjs-node-gpu", "@tensorflow/tfjs-node"];

/** Finds tfjs-node without loading it, which takes most of a second. */
export function findTfjsNode(folder?: string): TfjsNode | undefined {
  const found = libraries.flatMap((library) => {
    const root = resolveInstalled(library, "node", folder);
    return root === undefined ? [] : [{ library, root, fault: faultOf(root) }];
  });
  return found.find(({ fault }) => fault === "") ?? found[0];
}

/** A blocked download leaves the package without its addon; an addon built on Python's TensorFlow needs that to stay. */
function faultOf(root: string): string {
  const built = join(root, "lib");
  const versions = existsSync(built) ? readdirSync(built) : [];
  if (!versions.some((version) => existsSync(join(built, version, "tfjs_binding.node")))) {
    return "its native addon was not built";
  }
  const library = { linux: "libtensorflow.so", darwin: "libtensorflow.dylib" }[process.platform as string];
  if (library !== undefined && !existsSync(join(root, "deps", "lib", library))) {
    return "the TensorFlow it was built on is gone";
  }
  return "";
}
