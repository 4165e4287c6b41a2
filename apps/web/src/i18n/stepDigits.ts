/**
 * Decimals that tell numbers apart which are so far from each other.
 *
 * @param usual as many at least
 */
export function stepDigits(step: number | undefined, usual: number): number {
  return step === undefined ? usual : Math.min(20, Math.max(usual, Math.ceil(-Math.log10(step) - 1e-9)));
}
