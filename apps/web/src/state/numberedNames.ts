/** As much of what is kept as it takes to call it something. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/**
 * Tells apart what is called the same: the oldest one keeps its name, the next ones have a number, `digits-cnn`, `digits-cnn-2`. Whatever
 * is made or deleted later changes none of them.
 *
 * @returns a name for each id, no two alike
 */
export function numberedNames(all: readonly Named[]): ReadonlyMap<string, string> {
  const byAge = [...all].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of byAge) {
    let distinct = name;
    for (let number = 2; taken.has(distinct); number += 1) distinct = `${name}-${number}`;
    taken.add(distinct);
    names.set(id, distinct);
  }
  return names;
}
