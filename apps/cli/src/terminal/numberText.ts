/** An integer with thousands separators: `118282` is `118,282`. */
export function countText(value: number): string {
  // toLocaleString would take 20 ms for the first one, of the 400 that a training takes to start.
  return value.toFixed(0).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}

/** A share as a percentage: `0.9782` is `97.82 %`. */
export function percentText(share: number, digits = 2): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(digits)} %` : "n/a";
}

/** A loss or another small quantity with four decimals. */
export function decimalText(value: number): string {
  return Number.isFinite(value) ? value.toFixed(4) : String(value);
}

/** A span of time that nobody knows better: `about 40 s`, `about 3 min`. */
export function roughDurationText(seconds: number): string {
  if (seconds < 5) return "a few seconds";
  if (seconds < 57.5) return `about ${Math.round(seconds / 5) * 5} s`;
  const minutes = seconds / 60;
  return minutes < 90 ? `about ${Math.round(minutes)} min` : `about ${Math.round(minutes / 60)} h`;
}

/** A span of time as people say it: `0.8 s`, `41 s`, `2 min 5 s`. */
export function durationText(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
