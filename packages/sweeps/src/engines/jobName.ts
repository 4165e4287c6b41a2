/** A name that every engine takes: at most 50 of a to z, digits and hyphens, a letter first (RFC 1123, as Kubernetes asks). */
export function jobName(name: string): string {
  const bare = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 50)
    .replace(/-+$/, "");
  return bare === "" ? "sweep" : bare;
}
