import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { TableHead } from "../worker/commands/readOwnTable.ts";
import { ownTrainer } from "../worker/workers.ts";

/** A table of one's own. */
export interface OwnTableInView {
  readonly name: string;
  readonly file: Blob;
  /** Once it is read. */
  readonly head?: TableHead;
  /** The column to predict: the likeliest one, until another is chosen. */
  readonly target?: string;
  readonly failure?: Failure;
}

const current = signal<OwnTableInView | undefined>(undefined);

/** The table of the page; it goes with the page. */
export const ownTable: ReadonlySignal<OwnTableInView | undefined> = current;

/** Opens a table: a file, or text that was pasted. */
export async function openOwnTable(name: string, file: Blob): Promise<void> {
  const opened: OwnTableInView = { name, file };
  current.value = opened;
  try {
    const head = await ownTrainer.get().call("readOwnTable", { file });
    if (current.value === opened) current.value = { ...opened, head, target: head.target };
  } catch (error) {
    if (current.value === opened) current.value = { ...opened, failure: failureOf(error) };
  }
}

/** Chooses the column to predict. */
export function chooseTarget(target: string): void {
  if (current.value) current.value = { ...current.value, target };
}
