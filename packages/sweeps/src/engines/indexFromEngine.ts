import { SweepError } from "../SweepError.ts";
import type { SweepEngine } from "./SweepEngine.ts";
import { engines } from "./engines.ts";

/** The index that an engine gave to this process. */
export interface EngineIndex {
  readonly engine: SweepEngine;
  /** From 0. */
  readonly index: number;
}

/**
 * Finds the index that the engine around this process gave to it.
 *
 * Grid Engine says `undefined` and LSF 0 outside of arrays; both mean that there is none.
 *
 * @param env the environment, e.g. `process.env`
 * @returns `undefined` where no engine says any
 * @throws {SweepError} `INVALID_AXIS` for one that is no whole number, or when two engines say different ones
 * @example
 * indexFromEngine({ SLURM_ARRAY_TASK_ID: "3" })?.index; // 3
 */
export function indexFromEngine(env: Readonly<Record<string, string | undefined>>): EngineIndex | undefined {
  const found = engines.flatMap((engine) => indexOf(engine, env));
  const [first] = found;
  const other = found.find(({ index }) => index !== first?.index);
  if (first && other) {
    throw new SweepError(
      "INVALID_AXIS",
      `${first.engine.indexVariable} says entry ${first.index} and ${other.engine.indexVariable} says ${other.index}: say which with --index.`,
    );
  }
  return first;
}

function indexOf(engine: SweepEngine, env: Readonly<Record<string, string | undefined>>): EngineIndex[] {
  const { indexVariable, firstIndex = 0 } = engine;
  const text = indexVariable === undefined ? undefined : env[indexVariable];
  if (text === undefined || text === "" || text === "undefined") return [];
  if (!/^\d+$/.test(text)) {
    throw new SweepError(
      "INVALID_AXIS",
      `${indexVariable} should hold the index of an entry, and it is "${text}".`,
    );
  }
  const index = Number(text) - firstIndex;
  return index < 0 ? [] : [{ engine, index }];
}
