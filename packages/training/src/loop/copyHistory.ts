/** A copy of a history that can be written to. jsdom has no structuredClone. */
export function copyHistory(
  history: Readonly<Record<string, readonly number[] | undefined>>,
): Record<string, number[]> {
  return Object.fromEntries(Object.entries(history).map(([name, values]) => [name, [...(values ?? [])]]));
}
