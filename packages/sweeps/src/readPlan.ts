import { entryHash } from "./entryHash.ts";
import { SweepError } from "./SweepError.ts";
import type { SettingValue, SweepEntry, SweepPlan } from "./SweepPlan.ts";

/**
 * Reads a plan and checks it: entries in order, and each hash over what stands beside it, so that a plan that was edited by hand does not
 * fill another one's folders.
 *
 * @throws {SweepError} `INVALID_PLAN`
 * @example
 * const plan = await readPlan(await readFile("plan.json", "utf8"));
 */
export async function readPlan(text: string): Promise<SweepPlan> {
  const plan = parse(text);
  if (typeof plan !== "object" || plan === null || !Array.isArray((plan as SweepPlan).entries)) {
    throw invalid("it has no list of entries");
  }
  const { format, name, base, varied, entries, continues } = plan as SweepPlan;
  if (format !== 1) throw invalid(`its format is ${String(format)}, and 1 is what is known here`);
  if (typeof name !== "string" || name === "") throw invalid("it has no name");
  if (typeof base !== "object" || base === null) throw invalid("it has no base");
  if (!Array.isArray(varied) || varied.some((setting) => typeof setting !== "string")) {
    throw invalid("varied is no list of settings");
  }
  if (continues !== undefined && typeof continues !== "string") throw invalid("continues is no path");
  if (entries.length === 0) throw invalid("its list of entries is empty");
  for (const [index, entry] of entries.entries()) await checkEntry(entry, index, plan as SweepPlan);
  return plan as SweepPlan;
}

async function checkEntry(entry: SweepEntry, index: number, { base }: SweepPlan): Promise<void> {
  const settings: unknown = entry?.settings;
  if (typeof settings !== "object" || settings === null || !Object.values(settings).every(isValue)) {
    throw invalid(`entry ${index} has no settings`);
  }
  if (entry.index !== index) throw invalid(`entry ${index} says that its index is ${String(entry.index)}`);
  if (entry.hash !== (await entryHash(base, entry.settings))) {
    throw invalid(`the hash of entry ${index} is not that of its settings: it was changed by hand`);
  }
}

function isValue(value: unknown): value is SettingValue {
  return ["number", "string", "boolean"].includes(typeof value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SweepError("INVALID_PLAN", `The plan is no JSON: ${(cause as Error).message}`, { cause });
  }
}

function invalid(what: string): SweepError {
  return new SweepError("INVALID_PLAN", `The plan cannot be used: ${what}. Make it anew with "sweep plan".`);
}
