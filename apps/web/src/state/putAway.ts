import { type ReadonlySignal, signal } from "@preact/signals";

/** A run or a model that was deleted a moment ago: it is out of sight, but still kept. */
export interface PutAway {
  readonly id: string;
  /** What it is called. */
  readonly name: string;
}

const current = signal<PutAway | undefined>(undefined);

/** What was deleted a moment ago, while that can be undone. */
export const putAway: ReadonlySignal<PutAway | undefined> = current;

/** Whether that is what was deleted a moment ago. */
export function isPutAway(id: string): boolean {
  return current.value?.id === id;
}

/** Takes something out of sight, and what was before it back into it, unless that is gone by now. */
export function setPutAway(item: PutAway | undefined): void {
  current.value = item;
}
