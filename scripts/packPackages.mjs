import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pnpm } from "./pnpm.mjs";
import { publicPackages } from "./publicPackages.mjs";

/**
 * Packs every public package as `pnpm publish` does. They have to be built.
 *
 * @param {string} folder where the tarballs go; those of before are replaced
 * @returns {string[]} the paths of the tarballs, e.g. `<folder>/minibatch-datasets.tgz`
 */
export function packPackages(folder) {
  const target = resolve(folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const packages = publicPackages();
  const filters = packages.map(({ name }) => `--filter=${name}`);
  pnpm(["--recursive", ...filters, "pack", "--out", join(target, "%s.tgz")], { silent: true });
  return packages.map(({ name }) => join(target, `${name.replace("@", "").replace("/", "-")}.tgz`));
}
