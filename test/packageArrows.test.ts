import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { sourceFiles } from "./sourceFiles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The floors that ARCHITECTURE.md draws, from the top: what stands on each. */
const floors = Array.from(
  readFileSync(join(root, "ARCHITECTURE.md"), "utf8").matchAll(/^floor \d: +(.+)$/gm),
  ([, names = ""]) => names.trim().split(/\s+/),
);
const names = ["packages", "apps"].flatMap((place) =>
  readdirSync(join(root, place)).map((name) => (place === "apps" ? `apps/${name}` : name)),
);

/** How high something stands; the ground is 0. */
function floorOf(name: string): number {
  return floors.length - 1 - floors.findIndex((floor) => floor.includes(name));
}

/** What may look up: tests, and what serves the web app while it is written, which is the command. */
const aside = /^(test|python|vite)\/|^vite\.config/;

/** The packages and apps that the files of one import, by their names or by a path. */
function importsOf(name: string): string[] {
  const folder = join(root, name.startsWith("apps/") ? name : `packages/${name}`);
  const found = sourceFiles(folder)
    .filter((file) => !aside.test(file))
    .flatMap((file) =>
      Array.from(
        readFileSync(join(folder, file), "utf8").matchAll(/(?:\bfrom |\bimport |\bimport\()"([^"]+)"/g),
        ([, path = ""]) => path,
      ).flatMap((path) => {
        if (/^minibatch(\/|$)/.test(path)) return "apps/cli";
        if (!path.startsWith(".")) return /^@minibatch\/([a-z-]+)/.exec(path)?.[1] ?? [];
        const [place, other] = relative(root, resolve(folder, dirname(file), path)).split(/[\\/]/);
        return place === "apps" ? `apps/${other}` : place === "packages" ? (other ?? []) : [];
      }),
    );
  // What tests of several packages share stands on no floor.
  return [...new Set(found)].filter((other) => other !== name && other !== "testing");
}

it("ARCHITECTURE.md gives each package and each app its floor", () => {
  expect(floors.flat().sort()).toEqual([...names].sort());
});

it.each(names)("%s imports only packages on floors below its own, and no app", (name) => {
  const upwards = importsOf(name).filter(
    (other) => other.startsWith("apps/") || !(floorOf(other) < floorOf(name)),
  );
  expect(upwards).toEqual([]);
});

it("apps compute nothing with tfjs: packages do", () => {
  const values = ["apps/cli", "apps/web"].flatMap((name) => {
    const folder = join(root, name, "src");
    return sourceFiles(folder).flatMap((file) =>
      Array.from(
        readFileSync(join(folder, file), "utf8").matchAll(
          /^import \{([^}]*)\} from "@tensorflow\/tfjs-(?:core|layers)";/gm,
        ),
        ([, list = ""]) =>
          list
            .split(",")
            .map((each) => each.trim())
            .filter((each) => each !== "" && !each.startsWith("type ")),
      ).flatMap((taken) => (taken.length > 0 ? [`${name}/src/${file}: ${taken.join(", ")}`] : [])),
    );
  });
  expect(values.sort()).toEqual([
    // Whether a module's function gave a model.
    "apps/cli/src/experiment/importExperiment.ts: LayersModel",
    // Models from elsewhere: which output answers, and channels in the order that everything here has.
    "apps/cli/src/import/channelsLast.ts: input, layers, model as createModel",
    "apps/cli/src/import/chooseOutput.ts: model as createModel",
    // For the record of a run.
    "apps/web/src/worker/commands/packRun.ts: version_core as tfjs",
  ]);
});

it("ARCHITECTURE.md walks through files that are there, ten steps each", () => {
  const [, walks = ""] =
    /^## Two walks$([\s\S]*?)^## /m.exec(readFileSync(join(root, "ARCHITECTURE.md"), "utf8")) ?? [];
  const named = Array.from(walks.matchAll(/`((?:apps|packages)\/[^`]+)`/g), ([, path = ""]) => path);
  expect(named.length).toBeGreaterThanOrEqual(20);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(Array.from(walks.matchAll(/^(\d+)\. /gm), ([, step]) => Number(step))).toEqual(
    [1, 2].flatMap(() => Array.from({ length: 10 }, (_, at) => at + 1)),
  );
});
