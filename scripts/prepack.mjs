// Before a package is packed: makes of its `dist` what is published.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));

// The next build is to write everything again.
rmSync("dist/.tsbuildinfo", { force: true });

// Types that nobody can reach, and what an earlier build left of modules that are gone.
const needed = reachableTypes();
for (const file of readdirSync("dist", { recursive: true })) {
  const [, module, ending] = /^(.*?)(\.d\.ts|\.js)(?:\.map)?$/.exec(file) ?? [];
  if (module === undefined) continue;
  const gone = !existsSync(join("src", `${module}.ts`));
  if (gone || (ending === ".d.ts" && !needed.has(join("dist", file)))) rmSync(join("dist", file));
}

// The scripts without comments: docstrings are in the types, where editors look for them.
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const scriptsOnly = ["--composite", "--incremental", "--declaration", "--isolatedDeclarations"].flatMap(
  (flag) => [flag, "false"],
);
// The build has checked the types.
const { status } = spawnSync(
  process.execPath,
  [compiler, "-p", ".", "--removeComments", "--noCheck", ...scriptsOnly],
  { stdio: "inherit" },
);
if (status !== 0) process.exit(status ?? 1);

// What only the running program can name, no bundler is to look for: webpack warns of it, others take it for every file.
for (const file of readdirSync("dist", { recursive: true })) {
  if (!file.endsWith(".js")) continue;
  const script = readFileSync(join("dist", file), "utf8");
  const told = script.replace(/\bimport\((?=\w)/g, "import(/* webpackIgnore: true */ ");
  if (told !== script) writeFileSync(join("dist", file), told);
}

// For Parcel, which .pnpmfile.cjs points there. For each import() it writes an import map into the page, a script that strict
// policies forbid, and loads nothing without it; so it gets the same in one part. Nobody bundles a command.
for (const file of manifest.bin ? [] : readdirSync("dist", { recursive: true })) {
  if (!file.endsWith(".js") || file.endsWith(".node.js")) continue;
  const imports = [];
  const script = readFileSync(join("dist", file), "utf8").replace(/\bimport\("([@\w./-]+)"\)/g, (_, name) => {
    const part = `part${imports.length}`;
    imports.push(`import * as ${part} from "${name}";\n`);
    return `Promise.resolve(${part})`;
  });
  if (imports.length > 0)
    writeFileSync(join("dist", file.replace(/\.js$/, ".whole.js")), imports.join("") + script);
}

if (JSON.stringify(manifest.exports).includes("./dist/node/")) await import("./joinModules.mjs");

/** The files of types that package.json names, and all that they import. */
function reachableTypes() {
  const { exports, imports = {} } = manifest;
  const named = JSON.stringify([exports, imports]).match(/dist\/[\w./-]+\.d\.ts/g) ?? [];
  const files = new Set(named.map(normalize));
  for (const file of files) {
    for (const [, source] of readFileSync(file, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)\.ts"/g))
      files.add(join(dirname(file), `${source}.d.ts`));
  }
  return files;
}
