import { sha256 } from "@minibatch/datasets";
import type { SweepBase, BaseValue, SweepSettings } from "./SweepPlan.ts";

/**
 * Eight hex digits over what all entries have in common and what this one has of its own; the order of names does not count.
 *
 * Eight digits of SHA-256 tell 1,000 entries apart but once in 8,600 sweeps; the index beside it tells all.
 */
export async function entryHash(base: SweepBase, settings: SweepSettings): Promise<string> {
  const digits = await sha256(new TextEncoder().encode(canonical({ base, settings })));
  return digits.slice(0, 8);
}

function canonical(value: BaseValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as SweepBase)[name] as BaseValue)}`).join(",")}}`;
}
