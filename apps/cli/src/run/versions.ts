import { createRequire } from "node:module";

/** The packages whose versions can change a result. */
const packages = [
  "minibatch",
  "@minibatch/backends",
  "@minibatch/datasets",
  "@minibatch/models",
  "@minibatch/recipes",
  "@minibatch/training",
  "@tensorflow/tfjs-core",
];

/** The versions that a run was made with. */
export function versions(): Record<string, string> {
  const found = packages.map((name) => [name, packageVersion(name)] as const);
  return { node: process.versions.node, ...Object.fromEntries(found) };
}

/** The version of this package or of one that it depends on. */
export function packageVersion(name: string): string {
  const require = createRequire(import.meta.url);
  const description: unknown = require(`${name}/package.json`);
  return (description as { version: string }).version;
}
