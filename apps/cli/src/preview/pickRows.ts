/** What {@link pickRows} is asked for. */
export interface PickOptions {
  /** How many rows at most. */
  readonly count: number;
  /** Only rows with this label. */
  readonly label?: number | undefined;
  /** For a random pick; the first rows without it. */
  readonly seed?: number | undefined;
}

/** Picks rows of a dataset by their labels. */
export async function pickRows(labels: ArrayLike<number>, options: PickOptions): Promise<number[]> {
  const { count, label, seed } = options;
  const rows = Array.from({ length: labels.length }, (_, row) => row);
  const candidates = label === undefined ? rows : rows.filter((row) => labels[row] === label);
  if (seed === undefined) return candidates.slice(0, count);
  // Brings TensorFlow.js along, so only who needs it waits for it.
  const { seededRandom, shuffledIndices } = await import("@minibatch/training");
  const order = shuffledIndices(candidates.length, seededRandom(seed, "preview"));
  return Array.from(order.subarray(0, count), (at) => candidates[at] ?? 0);
}
