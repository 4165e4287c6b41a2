/**
 * What `pnpm pack` and `pnpm publish` leave out of a package.json: what only this repository needs.
 *
 * Sources are not published, so the condition that points at them would name files that are missing.
 */
function beforePacking(manifest) {
  const { devDependencies: _, scripts: __, ...published } = manifest;
  return withoutSources(published);
}

function withoutSources(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "@minibatch/source")
      .map(([key, inner]) => [key, withoutSources(inner)]),
  );
}

module.exports = { hooks: { beforePacking } };
