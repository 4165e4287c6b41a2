/**
 * What a package exports for others, in order: what is below `internal/` is there for the package itself.
 *
 * @param {any} manifest package.json
 * @returns {[path: string, target: any][]}
 */
export function publicEntries({ exports }) {
  return Object.entries(exports).filter(([path]) => !path.startsWith("./internal/"));
}
