/**
 * What `pnpm pack` and `pnpm publish` make of a package.json: what only this repository needs is left out, and what
 * follows from `exports` is added.
 *
 * Sources are not published, so the condition that points at them would name files that are missing.
 */
function beforePacking(manifest) {
  const { devDependencies: _, scripts: __, ...published } = manifest;
  return { ...withoutSources(published), ...entriesForParcel(manifest.exports) };
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
 * which nobody else reads where there are `exports`.
 */
function entriesForParcel(exports) {
  const { ".": main, ...others } = Object.fromEntries(
    Object.entries(exports).map(([path, target]) => [path, forBrowsers(target)]),
  );
  const alias = Object.fromEntries(Object.entries(others).filter(([path, file]) => path !== file));
  return { ...(main && { main }), ...(Object.keys(alias).length > 0 && { alias }) };
}

function forBrowsers(target) {
  return typeof target === "string" ? target : forBrowsers(target.default);
}

module.exports = { hooks: { beforePacking } };
