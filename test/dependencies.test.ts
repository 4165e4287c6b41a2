import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const kinds = ["dependencies", "devDependencies", "peerDependencies"] as const;

/** What a package.json names, without the packages of this repository. */
function dependenciesOf(folder: string): string[] {
  const file = join(root, folder, "package.json");
  if (!existsSync(file)) return [];
  const manifest: Partial<Record<(typeof kinds)[number], Record<string, string>>> = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return kinds
    .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !version.startsWith("workspace:"))
    .map(([name]) => name);
}

it("docs/dependencies.md gives a reason for each dependency, and for nothing else", () => {
  const packages = ["packages", "apps"].flatMap((place) =>
    readdirSync(join(root, place)).map((name) => `${place}/${name}`),
  );
  const used = ["", "testing", "bench", ...packages].flatMap(dependenciesOf);
  const rows = readFileSync(join(root, "docs", "dependencies.md"), "utf8").matchAll(/^\| (`[^|]*) \|/gm);
  const listed = Array.from(rows, ([, cell = ""]) =>
    Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name),
  ).flat();
  expect(listed.toSorted()).toEqual([...new Set(used)].toSorted());
});
