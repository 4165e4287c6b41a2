import type { Samples } from "@minibatch/datasets";
import { gatherRows } from "@minibatch/training";

/** The first half of the rows of each class, at least one of each, in the order in which they stood. */
export function halveClasses(samples: Samples): Samples {
  const labels = samples.y.data;
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const taken = new Map<number, number>();
  const rows: number[] = [];
  for (const [row, label] of labels.entries()) {
    const before = taken.get(label) ?? 0;
    if (before >= Math.ceil((counts.get(label) ?? 0) / 2)) continue;
    taken.set(label, before + 1);
    rows.push(row);
  }
  return gatherRows(samples, Uint32Array.from(rows));
}
