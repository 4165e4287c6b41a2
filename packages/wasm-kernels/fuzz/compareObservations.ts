import type { Difference, Observation } from "./Observation.ts";

/** Finds where two runs of the same case differ by more than rounding may. */
export function compareObservations(
  expected: readonly Observation[],
  actual: readonly Observation[],
  tolerance: number,
): Difference[] {
  const differences = expected.map((observation, index) => compare(observation, actual[index], tolerance));
  return differences.filter((difference) => difference !== undefined);
}

function compare(
  { what, shape, values: expected }: Observation,
  actual: Observation | undefined,
  tolerance: number,
): Difference | undefined {
  if (!actual || actual.shape.join() !== shape.join()) {
    const text = `[${shape.join()}] was expected, got [${actual?.shape.join() ?? ""}]`;
    return { what, kind: "shape", size: Number.POSITIVE_INFINITY, text };
  }
  // What is small came of numbers around 1: a loss is the logarithm of one.
  let largest = 1e-3;
  let gap = 0;
  let at = 0;
  for (let index = 0; index < expected.length; index += 1) {
    const [from, to] = [expected[index] as number, actual.values[index] as number];
    if (!Number.isFinite(from) || !Number.isFinite(to)) {
      if (Object.is(from, to)) continue;
      const text = `${from} was expected at ${index} of ${expected.length}, got ${to}`;
      return { what, kind: "not finite", size: Number.POSITIVE_INFINITY, text };
    }
    largest = Math.max(largest, Math.abs(from));
    if (Math.abs(to - from) > gap) {
      gap = Math.abs(to - from);
      at = index;
    }
  }
  const size = gap / largest;
  if (size <= tolerance) return undefined;
  const text = `${expected[at]} was expected at ${at} of ${expected.length}, got ${actual.values[at]}: off by ${size.toExponential(1)} of the largest`;
  return { what, kind: "values", size, text };
}
