/**
 * Draws how far something has come.
 *
 * @param share 0 to 1
 * @param width in characters
 */
export function bar(share: number, width: number): string {
  const done = Math.round(Math.min(1, Math.max(0, share)) * width);
  return "━".repeat(done) + "╌".repeat(width - done);
}
