const { existsSync, readdirSync } = require("node:fs");
const path = require("node:path");

/**
 * What `pnpm pack` and `pnpm publish` make of a package.json: what only this repository needs is left out, and what
 * follows from `exports` is added.
 *
 * Sources are not published, so the condition that points at them would name files that are missing.
 */
function beforePacking(manifest, folder) {
  const { devDependencies: _, scripts: __, ...published } = manifest;
  return { ...withoutSources(published), ...entriesForParcel(manifest.exports, folder) };
}

function withoutSources(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "@minibatch/source")
      .map(([key, inner]) => [key, withoutSources(inner)]),
  );
}

/**
 * Parcel reads `exports` only where an app asks for it. It finds the same files, those for browsers, by `main` and `alias`,
 * which nobody else reads where there are `exports`; and in the place of those with an `import()`, the ones that
 * scripts/prepack.mjs wrote without.
 */
function entriesForParcel(exports, folder) {
  const whole = (file) => {
    const other = file.replace(/\.js$/, ".whole.js");
    return existsSync(path.join(folder, other)) ? other : file;
  };
  const { ".": main, ...others } = Object.fromEntries(
    Object.entries(exports).map(([name, target]) => [name, whole(forBrowsers(target))]),
  );
  const files = readdirSync(path.join(folder, "dist"), { recursive: true, encoding: "utf8" });
  const scripts = files.map((file) => `./dist/${file.replaceAll("\\", "/")}`).sort();
  const alias = Object.fromEntries(
    [...Object.entries(others), ...scripts.map((file) => [file, whole(file)])].filter(
      ([name, file]) => name !== file,
    ),
  );
  return { ...(main && { main }), ...(Object.keys(alias).length > 0 && { alias }) };
}

function forBrowsers(target) {
  return typeof target === "string" ? target : forBrowsers(target.browser ?? target.default);
}

module.exports = { hooks: { beforePacking } };
