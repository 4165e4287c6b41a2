import type { Hdf5Draft } from "./Hdf5Draft.ts";

/** Puts values or a group at a path where there is none, and makes the groups on the way. */
export function putDraft(
  children: Map<string, Hdf5Draft>,
  [name = "", ...rest]: readonly string[],
  draft: Hdf5Draft,
): void {
  if (!children.has(name)) children.set(name, rest.length > 0 ? { children: new Map() } : draft);
  const found = children.get(name);
  if (rest.length > 0 && found && "children" in found) putDraft(found.children, rest, draft);
}
