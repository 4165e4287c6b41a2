import { sha256 } from "@minibatch/datasets";
import type { SettingValue, SweepSettings } from "../SweepPlan.ts";
import type { SweepAxis } from "./SweepAxis.ts";

/**
 * Draws one value of each axis.
 *
 * Each draw depends on the seed, the number of the draw and the name of the setting alone, so that more draws, or one more setting,
 * change none of those that were there.
 *
 * @param draw from 0
 */
export async function drawSettings(
  axes: readonly SweepAxis[],
  seed: number,
  draw: number,
): Promise<SweepSettings> {
  const drawn = await Promise.all(
    axes.map(
      async (axis) =>
        [axis.setting, valueAt(axis, await uniform(`${seed}:${draw}:${axis.setting}`))] as const,
    ),
  );
  return Object.fromEntries(drawn);
}

function valueAt(axis: SweepAxis, share: number): SettingValue {
  if ("values" in axis) return axis.values[Math.floor(share * axis.values.length)] as SettingValue;
  const { from, to, logarithmic, whole } = axis;
  // Both ends of whole numbers are as likely as what is between.
  const [low, high] = whole ? [from - (logarithmic ? 0 : 0.5), to + (logarithmic ? 0 : 0.5)] : [from, to];
  const value = logarithmic ? low * (high / low) ** share : low + (high - low) * share;
  return whole ? Math.min(to, Math.max(from, Math.round(value))) : Number(value.toPrecision(4));
}

/** A number from 0 to 1, 1 excluded, of 48 bits of the hash of a text. */
async function uniform(text: string): Promise<number> {
  const digits = await sha256(new TextEncoder().encode(text));
  return Number.parseInt(digits.slice(0, 12), 16) / 2 ** 48;
}
