/** As much of what is kept as it takes to call it something. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

/** A name, and which of those with that name it is, from 1. */
export interface NumberedName {
  readonly text: string;
  readonly number: number;
}

/**
 * Tells apart what is called the same: the oldest one keeps its name, the next ones have a number, `digits-cnn`, `digits-cnn-2`. What is
 * made later changes none of them.
 *
 * @param settled numbers that stay as they are, by id; who deletes or renames something settles those of the others
 * @returns a name for each id, no two alike
 */
export function numberedNames(
  all: readonly Named[],
  settled: Readonly<Record<string, number>> = {},
): ReadonlyMap<string, NumberedName> {
  const isSettled = ({ id }: Named): boolean => settled[id] !== undefined;
  const byAge = [...all].sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  const names = new Map<string, NumberedName>();
  const taken = new Set<string>();
  // Those that are settled first: whoever is new takes none of their names.
  for (const { id, name } of [...byAge.filter(isSettled), ...byAge.filter((each) => !isSettled(each))]) {
    const earlier = byAge.slice(
      0,
      byAge.findIndex((each) => each.id === id),
    );
    const before = earlier.filter((each) => each.name === name).map((each) => settled[each.id] ?? 0);
    let number = settled[id] ?? Math.max(0, ...before) + 1;
    while (taken.has(textOf(name, number))) number += 1;
    taken.add(textOf(name, number));
    names.set(id, { text: textOf(name, number), number });
  }
  return names;
}

function textOf(name: string, number: number): string {
  return number === 1 ? name : `${name}-${number}`;
}
