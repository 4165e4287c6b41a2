import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { expect, it } from "vitest";
import { publicPackages } from "../scripts/publicPackages.mjs";
import { root } from "../scripts/pnpm.mjs";

const tarballs = publicPackages().map(({ name, folder }) => ({
  name,
  folder,
  tarball: join(root, "integrations", "tarballs", `${name.replace("@", "").replace("/", "-")}.tgz`),
}));

async function readTarball(path: string): Promise<Buffer<ArrayBuffer>> {
  if (!existsSync(path)) throw new Error(`expected ${path}: run node scripts/pack.mjs first`);
  return readFile(path);
}

/** Names and bytes of the files in a tarball; npm's hold nothing else. */
function filesOf(tarball: Uint8Array): Map<string, Buffer> {
  const tar = gunzipSync(tarball);
  const files = new Map<string, Buffer>();
  for (let at = 0; tar[at] !== 0 && at < tar.length; ) {
    const text = (from: number, length: number) =>
      tar
        .subarray(at + from, at + from + length)
        .toString()
        .replace(/\0.*$/s, "");
    const [prefix, name] = [text(345, 155), text(0, 100)];
    const bytes = Number.parseInt(text(124, 12), 8);
    files.set(
      join(prefix, name)
        .replaceAll("\\", "/")
        .replace(/^package\//, ""),
      tar.subarray(at + 512, at + 512 + bytes),
    );
    at += 512 + Math.ceil(bytes / 512) * 512;
  }
  return files;
}

it.for(tarballs)(
  "the tarball of $name holds dist and what npm shows, and nothing else",
  async ({ tarball }) => {
    const files = filesOf(await readTarball(tarball));
    const names = [...files.keys()];
    const { exports } = JSON.parse(files.get("package.json")?.toString() ?? "") as { exports: object };
    const data = Object.values(exports).flatMap(
      (path) => /^\.\/([\w.]+\.json)$/.exec(String(path))?.[1] ?? [],
    );
    expect(names.filter((name) => !name.includes("/") && name !== "CHANGELOG.md").sort()).toEqual(
      ["LICENSE", "README.md", ...data].sort(),
    );
    const inside = names.filter((name) => name.includes("/"));
    expect(inside.filter((name) => !/^dist\/[\w./-]+(?:\.js|\.d\.ts|\.wasm)$/.test(name))).toEqual([]);
    expect(inside.filter((name) => /test\.|\.map$/.test(name))).toEqual([]);
    // Whatever a file of the package imports is there, and types stand beside scripts.
    const missing = inside.flatMap((name) => {
      const code = files.get(name)?.toString() ?? "";
      const sources = [...code.matchAll(/^(?:import|export) [^;]*?from "(\.[^"]+)"/gms)].map(
        ([, source = ""]) => source,
      );
      const targets = sources.map((source) => join(dirname(name), source).replaceAll("\\", "/"));
      const ending = name.endsWith(".d.ts") ? ".d.ts" : ".js";
      return targets
        .map((target) => target.replace(/\.[jt]s$/, ending))
        .filter((target) => !files.has(target));
    });
    expect(missing).toEqual([]);
    const types = inside.filter((name) => name.endsWith(".d.ts"));
    expect(types.filter((name) => !files.has(name.replace(/\.d\.ts$/, ".js")))).toEqual([]);
    const joined = JSON.stringify(exports).match(/dist\/node\/[\w.]+/g) ?? [];
    expect(joined.filter((name) => !files.has(name))).toEqual([]);
  },
);

it.for(tarballs)(
  "package.json of $name, as packed, is whole and runs nothing at install",
  async ({ tarball, folder }) => {
    const packed =
      filesOf(await readTarball(tarball))
        .get("package.json")
        ?.toString() ?? "";
    expect(packed).not.toMatch(/workspace:|catalog:|@minibatch\/source|\.\/src\//);
    const manifest = JSON.parse(packed) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/^[A-Z].{20,}[^.]$/),
      license: "Apache-2.0",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20" },
      keywords: expect.arrayContaining(["tensorflow"]),
      exports: { "./package.json": "./package.json" },
    });
    expect(manifest).not.toHaveProperty("scripts");
    expect(manifest).not.toHaveProperty("devDependencies");
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    expect(manifest["version"], "integrations/tarballs is old: run node scripts/pack.mjs").toBe(version);
  },
);

/** Where bundlers for browsers find an entry. */
function forBrowsers(target: unknown): string {
  if (typeof target === "string") return target;
  const conditions = target as { readonly browser?: unknown; readonly default: unknown };
  return forBrowsers(conditions.browser ?? conditions.default);
}

it.for(tarballs)(
  "package.json of $name, as packed, says what it exports in Parcel's terms too, and names files that are there",
  async ({ tarball }) => {
    const files = filesOf(await readTarball(tarball));
    const { exports, main, alias } = JSON.parse(files.get("package.json")?.toString() ?? "") as {
      exports: Record<string, unknown>;
      main?: string;
      alias?: Record<string, string>;
    };
    const exported = Object.entries(exports).map(([path, target]) => [path, forBrowsers(target)] as const);
    for (const [path, file] of exported) {
      expect(path === "." ? main : (alias?.[path] ?? path), path).toBe(alias?.[file] ?? file);
      expect(files.has(file.slice("./".length)), file).toBe(true);
    }
  },
);

it.for(tarballs.filter(({ name }) => name !== "minibatch"))(
  "package.json of $name, as packed, gives Parcel a file without import() in the place of each that browsers load and that has one",
  async ({ tarball }) => {
    const files = filesOf(await readTarball(tarball));
    const { alias = {} } = JSON.parse(files.get("package.json")?.toString() ?? "") as {
      alias?: Record<string, string>;
    };
    const scripts = [...files.keys()].filter((name) =>
      /^(?!dist\/node\/).*(?<!\.node|\.whole)\.js$/.test(name),
    );
    const lazy = scripts.filter((name) => /\bimport\("[\w@./-]+"\)/.test(files.get(name)?.toString() ?? ""));
    const given = lazy.map((name) => alias[`./${name}`]?.slice("./".length) ?? name);
    expect(given).toEqual(lazy.map((name) => name.replace(/\.js$/, ".whole.js")));
    for (const name of given) expect(files.get(name)?.toString(), name).not.toMatch(/\bimport\("/);
  },
);

it("the tarball of @minibatch/wasm-kernels carries tfjs' WASM backend, which imports nothing of Node, nor anything but tfjs-core", async () => {
  const { tarball } = tarballs.find(({ name }) => name === "@minibatch/wasm-kernels") ?? { tarball: "" };
  const script =
    filesOf(await readTarball(tarball))
      .get("dist/tfjsBackend.js")
      ?.toString() ?? "";
  expect(Array.from(script.matchAll(/\bfrom ?"([^"]+)"/g), ([, name]) => name)).toEqual([
    "@tensorflow/tfjs-core",
  ]);
  expect(script).toMatch(/export\{[^}]* as BackendWasm,[^}]* as setWasmPaths,[^}]* as version_wasm\}/);
  expect(script).toContain("Licensed under the Apache License");
});

it.for(tarballs)("publint --strict finds nothing in the tarball of $name", async ({ tarball }) => {
  const { buffer, byteOffset, byteLength } = await readTarball(tarball);
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) },
  });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

it.for(tarballs)(
  "arethetypeswrong, for ES modules only, finds nothing in the tarball of $name",
  async ({ tarball }) => {
    const result = await checkPackage(createPackageFromTarballData(await readTarball(tarball)), {
      // WebAssembly, whose type the bundler knows that compiles it.
      excludeEntrypoints: ["./kernels.wasm"],
    });
    expect(result).toMatchObject({ types: { kind: "included" } });
    const problems = result.types ? result.problems : [];
    const isForOthers = (problem: Problem) =>
      "resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind);
    expect(problems.filter((problem) => !isForOthers(problem))).toEqual([]);
  },
);
