/**
 * Round numbers that divide a range.
 *
 * @param count about how many
 * @returns from the first at or above `low` to the last at or below `high`
 */
export function ticks(low: number, high: number, count: number): number[] {
  const step = niceStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

/** The range widened to round numbers. */
export function niceRange(low: number, high: number, count: number): readonly [number, number] {
  if (!(high > low)) return [low - 0.5, low + 0.5];
  const step = niceStep((high - low) / count);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/** 1, 2 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10;
  return factor * power;
}
