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

/** The circles among the files of a folder, as paths from it. */
function circlesIn(folder: string): string[] {
  const files = sourceFiles(folder).map((path) => join(folder, path));
  const imports = new Map(files.map((file) => [file, importsOf(file)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): void => {
    if (way.includes(file)) {
      const circle = [...way.slice(way.indexOf(file)), file];
      circles.push(circle.map((each) => relative(folder, each)).join(" > "));
    }
    if (done.has(file) || way.includes(file)) return;
    way.push(file);
    for (const next of imports.get(file) ?? []) visit(next);
    way.pop();
    done.add(file);
  };
  for (const file of files) visit(file);
  return circles;
}

const folders = ["packages", "apps"].flatMap((place) =>
  readdirSync(join(root, place)).map((name) => `${place}/${name}`),
);

it.each([...folders, "bench", "integrations", "scripts", "testing"])(
  "no file of %s imports itself by way of others, for types neither: to read one of them would take all of them",
  (name) => {
    expect(circlesIn(join(root, name))).toEqual([]);
  },
);
