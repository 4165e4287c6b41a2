import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { sourceFiles } from "./sourceFiles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a file imports, for its values or for its types, at once or later; AssemblyScript leaves the ending out. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(?:[^;"]*?\sfrom\s+)?"(\.[^"]+)";/gm);
  const calls = text.matchAll(/\bimport\("(\.[^"]+)"\)/g);
  return Array.from([...statements, ...calls], ([, path = ""]) =>
    resolve(dirname(file), extname(path) === "" ? `${path}.ts` : path),
  );
}

/** The circles on which imports lead back to where they start, by what imports what. */
function circlesOf(imports: ReadonlyMap<string, Iterable<string>>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (name: string): void => {
    if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(" > "));
    if (done.has(name) || way.includes(name)) return;
    way.push(name);
    for (const next of imports.get(name) ?? []) visit(next);
    way.pop();
    done.add(name);
  };
  for (const name of imports.keys()) visit(name);
  return circles;
}

/** What each file of a folder imports, as paths from it. */
function importsIn(folder: string): Map<string, string[]> {
  return new Map(
    sourceFiles(folder).map((file) => [
      file,
      importsOf(join(folder, file)).map((path) => relative(folder, path).replaceAll("\\", "/")),
    ]),
  );
}

/** Which folders below `src` each of them imports; a file of `src` itself is in none. */
function folderImportsIn(src: string): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const [file, paths] of importsIn(src)) {
    const from = topOf(file);
    for (const to of paths.map(topOf)) {
      if (from === undefined || to === undefined || from === to) continue;
      folders.set(from, (folders.get(from) ?? new Set()).add(to));
    }
  }
  return folders;
}

function topOf(path: string): string | undefined {
  const [top, ...rest] = path.split("/");
  return rest.length === 0 || top === ".." ? undefined : top;
}

const folders = ["packages", "apps"].flatMap((place) =>
  readdirSync(join(root, place)).map((name) => `${place}/${name}`),
);

it.each([...folders, "bench", "integrations", "scripts", "testing"])(
  "no file of %s imports itself by way of others, for types neither: to read one of them would take all of them",
  (name) => {
    expect(circlesOf(importsIn(join(root, name)))).toEqual([]);
  },
);

it.each(folders)(
  "no two folders of %s import each other, nor more of them in a circle: what is below can be read without what is above",
  (name) => {
    expect(circlesOf(folderImportsIn(join(root, name, "src")))).toEqual([]);
  },
);
