import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../i18n/Failure.ts";
import type { OpenExplored } from "../worker/commands/openExplored.ts";
import type { EpochView } from "../worker/explore/epochView.ts";
import { explorer } from "../worker/workers.ts";

/** The run that is looked into, as the page sees it. */
export interface Exploring {
  /** Its id. */
  readonly run: string;
  readonly status: "opening" | "ready" | "failed";
  readonly opened?: OpenExplored;
  /** The epoch that is shown; the one before it while another is computed. */
  readonly view?: EpochView;
  readonly failure?: Failure;
}

const current = signal<Exploring | undefined>(undefined);
/** The epochs that were looked at: sliding back takes no time. */
let seen = new Map<number, EpochView>();
/** The epoch that is wanted last; those that one slid past are not computed. */
let wanted: number | undefined;
let isBusy = false;

/** The run that is looked into. */
export const exploring: ReadonlySignal<Exploring | undefined> = current;

/** Opens a run to look into. */
export async function openExploring(run: string): Promise<void> {
  current.value = { run, status: "opening" };
  seen = new Map();
  wanted = undefined;
  try {
    const opened = await explorer.get().call("openExplored", { run });
    seen.set(opened.view.epoch, opened.view);
    change(run, { status: "ready", opened, view: opened.view });
  } catch (error) {
    change(run, { status: "failed", failure: failureOf(error) });
  }
}

/** Shows the run as it was after one of its kept epochs. */
export async function showEpoch(epoch: number): Promise<void> {
  wanted = epoch;
  const { run } = current.value ?? {};
  if (run === undefined || isBusy) return;
  isBusy = true;
  try {
    while (wanted !== undefined && current.value?.run === run) {
      const next: number = wanted;
      wanted = undefined;
      const view = seen.get(next) ?? (await explorer.get().call("viewEpoch", { epoch: next }));
      if (current.value.run === run) seen.set(next, view);
      change(run, { view });
    }
  } catch (error) {
    change(run, { status: "failed", failure: failureOf(error) });
  } finally {
    isBusy = false;
  }
  // Of a run that was opened meanwhile.
  if (wanted !== undefined) await showEpoch(wanted);
}

function change(run: string, changes: Partial<Exploring>): void {
  // What comes late, from a run that is no longer looked into, is dropped.
  if (current.value?.run === run) current.value = { ...current.value, ...changes };
}
