import type { SweepSettings } from "@minibatch/sweeps";

/**
 * The settings in which an entry differs from others, in a line, e.g. `learningRate 0.003, seed 2`.
 *
 * @param varied those that differ at all; what all entries have alike says nothing
 */
export function settingsText(settings: SweepSettings, varied: readonly string[]): string {
  const parts = Object.entries(settings)
    .filter(([name]) => varied.includes(name))
    .map(([name, value]) => `${name} ${value}`);
  return parts.length === 0 ? "as planned" : parts.join(", ");
}
