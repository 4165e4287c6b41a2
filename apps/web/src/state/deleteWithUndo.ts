import { settleNames } from "./keptNames.ts";
import { type PutAway, putAway, setPutAway } from "./putAway.ts";
import { deleteRun } from "./runList.ts";
import { isElsewhere } from "./runLock.ts";

/** How long a deletion can be undone, in milliseconds. */
const undoTime = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Deletes a run or a model in ten seconds' time, or when the next one is deleted; until then it is out of sight, and can be taken back.
 * A page that is closed before has deleted nothing.
 *
 * @returns whether it will be gone: not while another tab trains it
 */
export async function deleteWithUndo(item: PutAway): Promise<boolean> {
  if (await isElsewhere(item.id)) return false;
  const before = putAway.peek();
  setPutAway(item);
  undoLater();
  if (before) await deleteNow(before);
  return true;
}

/** Takes back what was deleted last. */
export function undoDelete(): void {
  clearTimeout(timer);
  setPutAway(undefined);
}

/** Waits for as long as somebody is at the button that undoes it. */
export function keepUndo(): void {
  clearTimeout(timer);
}

/** Gives the whole time once more. */
export function undoLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void deleteForGood(), undoTime);
}

async function deleteNow({ id }: PutAway): Promise<void> {
  settleNames(id);
  await deleteRun(id);
}

async function deleteForGood(): Promise<void> {
  const item = putAway.peek();
  if (!item) return;
  await deleteNow(item);
  if (putAway.peek() === item) setPutAway(undefined);
}
