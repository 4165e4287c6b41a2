import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { publicPackages } from "../scripts/publicPackages.mjs";

/**
 * Licences of what a program under Apache-2.0 may depend on. MPL-2.0 asks for the sources of its own files when they are
 * changed, and nothing here changes them.
 */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
  "Unlicense",
]);

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly licenses?: readonly { readonly type: string }[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Where a package finds another one, as Node looks for it. */
function folderOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return realpathSync(candidate);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Everything that an install of `folder` brings along, itself included. */
function installed(folder: string, seen: Map<string, Manifest> = new Map()): Map<string, Manifest> {
  if (seen.has(folder)) return seen;
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  seen.set(folder, manifest);
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    const found = folderOf(name, folder);
    if (found !== undefined) installed(found, seen);
  }
  return seen;
}

function licenseOf({ license, licenses }: Manifest): string {
  const named = license ?? licenses?.map(({ type }) => type).join(" OR ") ?? "none";
  return typeof named === "string" ? named : named.type;
}

/** "(MIT OR Apache-2.0)" leaves the choice; "AND" asks for both. */
function isAllowed(license: string): boolean {
  const alternatives = license.replaceAll(/[()]/g, "").split(" OR ");
  return alternatives.some((each) => each.split(" AND ").every((one) => allowed.has(one.trim())));
}

it.for(publicPackages())(
  "every package that $name brings along has a licence of the list",
  ({ folder, manifest }) => {
    const all = [...installed(folder).values()];
    expect(all.length).toBeGreaterThanOrEqual(1 + Object.keys({ ...manifest.dependencies }).length);
    const others = all.filter((each) => !isAllowed(licenseOf(each)));
    expect(others.map((each) => `${each.name} ${each.version}: ${licenseOf(each)}`)).toEqual([]);
  },
);
