import { SweepError } from "../SweepError.ts";
import type { SweepValues } from "./SweepAxis.ts";

const part = /^(\d+)(?:\.\.(\d+))?$/;

/** More than anybody averages over; `1..1e9` would fill the memory. */
const mostSeeds = 10_000;

/**
 * Reads seeds: `1..8`, `1,2,5`, `1..3,7`.
 *
 * @throws {SweepError} `INVALID_AXIS`
 * @example
 * parseSeeds("1..3,7"); // { setting: "seed", values: [1, 2, 3, 7] }
 */
export function parseSeeds(text: string): SweepValues {
  const seeds = new Set<number>();
  for (const piece of text.split(",")) {
    const [, first = "", last = first] = part.exec(piece.trim()) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === "" || !Number.isSafeInteger(to) || from > to) throw invalid(text);
    if (to - from >= mostSeeds) throw tooMany(text);
    for (let seed = from; seed <= to; seed += 1) seeds.add(seed);
  }
  if (seeds.size > mostSeeds) throw tooMany(text);
  return { setting: "seed", values: [...seeds].sort((one, other) => one - other) };
}

function invalid(text: string): SweepError {
  return new SweepError(
    "INVALID_AXIS",
    `Seeds are whole numbers such as 1..8 or 1,2,5, and "${text}" is not.`,
  );
}

function tooMany(text: string): SweepError {
  return new SweepError("INVALID_AXIS", `"${text}" is more than ${mostSeeds} seeds.`);
}
