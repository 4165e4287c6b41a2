/**
 * The name that somebody probably meant, for messages such as `Did you mean "mnist"?`.
 *
 * Only letters and digits count, in either case: `fashionMnist` is as good as `fashion-mnist`.
 *
 * @param typed what was typed
 * @param names what there is
 * @returns the name with the smallest edit distance, the first of several; `undefined` when more than a third of it, rounded
 *   up, or all of it would have to change
 *
 * @example
 * closestName("minst", ["mnist", "fashion-mnist"]); // "mnist"
 */
export function closestName(typed: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, length: bare(name).length, distance: editDistance(bare(typed), bare(name)) }))
    .filter(({ length, distance }) => distance <= Math.ceil(length / 3) && distance < length)
    .sort((one, other) => one.distance - other.distance);
  return best?.name;
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Levenshtein's distance: how many characters to insert, delete or replace. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
