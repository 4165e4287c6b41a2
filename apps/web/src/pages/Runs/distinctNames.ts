import { freeName } from "../../state/freeName.ts";

/** Names that are the same get a number, so that a legend tells their runs apart: `digits-cnn`, `digits-cnn-2`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const distinct = freeName(name, taken);
    taken.add(distinct);
    return distinct;
  });
}
