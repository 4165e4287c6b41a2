import type { History } from "@minibatch/training";

/** A history of its own for a run that grows: see {@link grownHistory}. */
export function copiedHistory(history: History): History {
  const columns = Object.entries(history).map(([name, values = []]) => [name, [...values]] as const);
  return Object.fromEntries(columns) as unknown as History;
}

/**
 * A history with more epochs. Its columns are those of the history that is given, which grow in place: to copy them at each epoch would
 * take longer and longer.
 *
 * @param history one that {@link copiedHistory} gave, or this
 */
export function grownHistory(
  history: History,
  epochs: readonly { readonly logs: Readonly<Record<string, number>> }[],
): History {
  const columns: Record<string, number[]> = { ...(history as unknown as Readonly<Record<string, number[]>>) };
  for (const { logs } of epochs) {
    for (const [name, value] of Object.entries(logs)) (columns[name] ??= []).push(value);
  }
  return columns as unknown as History;
}
