import type { StoredRun } from "../../../storage/runs.ts";

/** The two classes that a run takes most for each other, from 0 and in their order; the first two where it makes no mistake. */
export function confusedPair({ result }: Pick<StoredRun, "result">): readonly [number, number] {
  const matrix = result?.confusionMatrix ?? [];
  let [pair, most]: [readonly [number, number], number] = [[0, 1], 0];
  for (const [one, counts] of matrix.entries()) {
    for (const [other, count] of counts.entries()) {
      const both = count + (matrix[other]?.[one] ?? 0);
      if (other <= one || both <= most) continue;
      [pair, most] = [[one, other], both];
    }
  }
  return pair;
}
