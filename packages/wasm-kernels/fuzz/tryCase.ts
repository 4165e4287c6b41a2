import * as tf from "@tensorflow/tfjs-core";
import type { Bystanders } from "./Bystanders.ts";
import { compareObservations } from "./compareObservations.ts";
import type { FuzzKind } from "./FuzzKind.ts";
import type { Observation } from "./Observation.ts";

/** What came of one case. */
export interface Verdict {
  /**
   * `refused`: cpu throws, and so does wasm. `unstable`: where wasm differs from cpu, cpu differs from itself as much when the
   * numbers that the case begins with are moved by what rounding moves them, or the numbers leave those of float32: cpu adds in
   * float64, and comes back.
   */
  readonly outcome: "same" | "refused" | "unstable" | "failed";
  readonly faults: readonly string[];
}

const disturbance = 1e-6;

/** How much more than its own disturbed runs cpu's values may be away. */
const leeway = 10;

/** Runs a case on cpu and on wasm, and looks at what differs, what is left behind, and at tensors that have nothing to do with it. */
export async function tryCase<Case>(
  kind: FuzzKind<Case>,
  made: Case,
  bystanders: Bystanders,
): Promise<Verdict> {
  const expected = await runOn("cpu", kind, made);
  const actual = await runOn("wasm", kind, made);
  const faults: string[] = [];
  if (actual.left !== expected.left) faults.push(`wasm leaves ${actual.left} behind, cpu ${expected.left}`);
  const changed = bystanders.changed();
  if (changed > 0) faults.push(`${changed} unrelated tensors changed`);
  if (expected.error !== undefined) {
    if (actual.error === undefined) faults.push(`cpu refuses it (${expected.error}), wasm does not`);
    return { outcome: faults.length > 0 ? "failed" : "refused", faults };
  }
  if (actual.error !== undefined) faults.push(`wasm throws: ${actual.error}`);
  if (faults.length > 0) return { outcome: "failed", faults };

  const differences = compareObservations(expected.observations, actual.observations, kind.tolerance);
  if (differences.length === 0) return { outcome: "same", faults };
  if (overflows(expected.observations)) return { outcome: "unstable", faults };
  const doubtful = await differencesOfRounding(kind, made, expected.observations);
  for (const { what, text, size, kind: sort } of differences) {
    if (sort === "shape" || !(size <= leeway * (doubtful.get(what) ?? 0))) faults.push(`${what}: ${text}`);
  }
  return { outcome: faults.length > 0 ? "failed" : "unstable", faults };
}

/** Whether squares of what cpu comes to are beyond float32. */
function overflows(observations: readonly Observation[]): boolean {
  return observations.some(({ values }) =>
    Array.from(values).some((value) => Number.isFinite(value) && Math.abs(value) > 1e18),
  );
}

/** How far cpu's results move when the numbers that a case begins with move in their last digits. */
async function differencesOfRounding<Case>(
  kind: FuzzKind<Case>,
  made: Case,
  expected: readonly Observation[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const factor of [1, -1, 0.3, -0.3]) {
    const { observations } = await runOn("cpu", kind, made, factor * disturbance);
    for (const { what, size } of compareObservations(expected, observations, 0)) {
      sizes.set(what, Math.max(size, sizes.get(what) ?? 0));
    }
  }
  return sizes;
}

interface Run {
  readonly observations: readonly Observation[];
  readonly error?: string;
  /** What it left behind: tfjs-layers has leaks of its own. */
  readonly left: string;
}

async function runOn<Case>(
  backend: "cpu" | "wasm",
  kind: FuzzKind<Case>,
  made: Case,
  moved = 0,
): Promise<Run> {
  await tf.setBackend(backend);
  const before = tf.memory();
  const run = await attempt(() => kind.run(made, moved));
  const after = tf.memory();
  const counts = ["numTensors", "numDataBuffers", "numBytes"] as const;
  const left = counts
    .map((count) => `${after[count] - before[count]} ${count.slice(3).toLowerCase()}`)
    .join(", ");
  return { ...run, left };
}

async function attempt(run: () => Observation[] | Promise<Observation[]>): Promise<Omit<Run, "left">> {
  try {
    return { observations: await run() };
  } catch (error) {
    return { observations: [], error: error instanceof Error ? error.message : String(error) };
  }
}
