import { randomStream } from "./randomStream.ts";

/** The label of example `index`: every ten examples, counted from 0, show each digit once, in random order. */
export function digitLabel(seed: number, stream: number, index: number): number {
  const random = randomStream(seed, stream, Math.floor(index / 10));
  const labels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  // Shuffle from the front (Fisher-Yates), only as far as the place that is asked for.
  const place = index % 10;
  for (let i = 0; i <= place; i++) {
    const j = i + random.below(10 - i);
    [labels[i], labels[j]] = [labels[j] as number, labels[i] as number];
  }
  return labels[place] as number;
}
