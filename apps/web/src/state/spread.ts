/**
 * Indices of a long list, evenly spread over it, for charts that have no room for all of it.
 *
 * @param most how many at most; the last one is among them
 */
export function spread(length: number, most: number): number[] {
  const count = Math.min(length, most);
  return Array.from({ length: count }, (_, index) => Math.ceil(((index + 1) * length) / count) - 1);
}
