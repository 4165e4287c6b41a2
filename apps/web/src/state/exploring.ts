import { type ReadonlySignal, signal } from "@preact/signals";
import { type Failure, failureOf } from "../worker/Failure.ts";
import type { Explanation, ExplainRowInput } from "../worker/commands/explainRow.ts";
import type { OpenExplored } from "../worker/commands/openExplored.ts";
import type { EpochView } from "../worker/explore/epochView.ts";
import { explorer } from "../worker/workers.ts";
import { latestOnly } from "./latestOnly.ts";
import { picturesSource } from "./ownLook.ts";
import { ownClasses } from "./ownPictures.ts";

/** The run that is looked into, as the page sees it. */
export interface Exploring {
  /** Its id. */
  readonly run: string;
  readonly status: "opening" | "ready" | "failed";
  readonly opened?: OpenExplored;
  /** The epoch that is shown; the one before it while another is computed. */
  readonly view?: EpochView;
  /** What was found about one test row; the one before it while another is computed. */
  readonly explanation?: Explanation;
  readonly failure?: Failure;
}

const current = signal<Exploring | undefined>(undefined);
/** The epochs that were looked at: sliding back takes no time. */
let seen = new Map<number, EpochView>();

/** The run that is looked into. */
export const exploring: ReadonlySignal<Exploring | undefined> = current;

/** Opens a run to look into. */
export async function openExploring(run: string): Promise<void> {
  current.value = { run, status: "opening" };
  await changeBy(run, async () => {
    const pictures = picturesSource(ownClasses.peek());
    const opened = await explorer.get().call("openExplored", {
      run,
      ...(pictures.pictures.length > 0 && { pictures }),
    });
    seen = new Map([[opened.view.epoch, opened.view]]);
    return { status: "ready", opened, view: opened.view };
  });
}

/** Shows the run as it was after one of its kept epochs. */
export const showEpoch: (epoch: number) => Promise<void> = latestOnly((epoch) =>
  changeBy(current.value?.run, async () => {
    const epochs = seen;
    const view = epochs.get(epoch) ?? (await explorer.get().call("viewEpoch", { epoch }));
    epochs.set(epoch, view);
    return { view };
  }),
);

/** Finds out about one test row, as the run was after one of its kept epochs. */
export const explainRow: (input: ExplainRowInput) => Promise<void> = latestOnly((input) =>
  changeBy(current.value?.run, async () => ({
    explanation: await explorer.get().call("explainRow", input),
  })),
);

/** What comes late, from a run that is no longer looked into, is dropped. */
async function changeBy(run: string | undefined, find: () => Promise<Partial<Exploring>>): Promise<void> {
  const changes = await find().catch(
    (error: unknown): Partial<Exploring> => ({ status: "failed", failure: failureOf(error) }),
  );
  if (run !== undefined && current.value?.run === run) current.value = { ...current.value, ...changes };
}
