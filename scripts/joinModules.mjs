// Behind `tsc -b`, in the folder of a package: dist/node has each entry of it once more, in one file with the modules that it needs.
// Node takes a millisecond or two for each file that it imports, and packages have a hundred; bundlers take the single ones.
import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, relative, resolve } from "node:path";
import { rolldown } from "rolldown";

/** Larger files that are text, such as WebAssembly, are there once: whoever needs them imports them from where they are. */
const largest = 30_000;

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const fromHere = createRequire(resolve("package.json"));
const entries = Object.values(manifest.exports).flatMap(({ node, default: single }) =>
  typeof node === "string" ? [[basename(node, ".js"), resolve(single)]] : [],
);
const platform = manifest.exports["./internal/platform"]?.node.default;

rmSync("dist/node", { recursive: true, force: true });
mkdirSync("dist/node", { recursive: true });
const build = await rolldown({
  input: Object.fromEntries(entries),
  platform: "node",
  checks: { ineffectiveDynamicImport: false },
  treeshake: { moduleSideEffects: false, propertyReadSideEffects: false },
  plugins: [{ name: "join-modules", resolveId, load, renderChunk }],
});
await build.write({
  dir: "dist/node",
  chunkFileNames: "[name].js",
  comments: { annotation: false, jsdoc: false },
  // What is loaded at once and shared, by several entries or with a part that is loaded later, is one file, and not one for each that share it.
  codeSplitting: { groups: [{ name: "shared", minShareCount: 2, tags: ["$initial"] }] },
});
await build.close();

function resolveId(name, importer, { kind }) {
  if (importer === undefined) return null;
  if (name === `${manifest.name}/internal/platform`) return resolve(platform);
  if (name.startsWith(".")) {
    const file = resolve(dirname(importer), name);
    if (statSync(file).size <= largest || /^import /m.test(readFileSync(file, "utf8"))) return null;
    return { id: relative("dist/node", file).replaceAll("\\", "/"), external: true };
  }
  const required = name.startsWith("@tensorflow/") && kind === "import-statement";
  return required ? `\0${name}` : { id: name, external: true };
}

// For names of a CommonJS module, import reads it through from end to end, in script: twice as long as all else that the
// 1.2 MB of tfjs-core take. require knows them when it has run; and gives the one copy that import would give, too.
function load(id) {
  if (!id.startsWith("\0")) return null;
  const name = id.slice(1);
  const names = Object.keys(fromHere(name)).filter((key) => key !== "default");
  return [
    'import { createRequire } from "node:module";',
    `const library = /* @__PURE__ */ createRequire(import.meta.url)("${name}");`,
    ...names.map((key) => `const library_${key} = library.${key};`),
    `export { ${names.map((key) => `library_${key} as ${key}`).join(", ")} };`,
  ].join("\n");
}

function renderChunk(script) {
  return script.replace(
    /\bimport\(("@tensorflow\/[\w-]+")\)/g,
    'import("node:module").then(({ createRequire }) => createRequire(import.meta.url)($1))',
  );
}
