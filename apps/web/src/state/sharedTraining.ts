import { isElsewhere } from "./runLock.ts";
import { hearTabs, type RunEnding, tellTabs } from "./tabs.ts";
import type { FollowedRun } from "./FollowedRun.ts";

/** How often a tab that watches asks, in milliseconds; one that trains tells nothing for longer to nobody. */
const askInterval = 1000;
/** So often it is told at most: the whole history is copied on its way, and a long one takes its time. */
function tellInterval({ run: { history } }: FollowedRun): number {
  return Math.max(200, history.loss.length / 100);
}

let askedAt = Number.NEGATIVE_INFINITY;
let told = { at: Number.NEGATIVE_INFINITY, status: "" };

/** Tells the tabs that watch how a run of this tab goes; nothing is told, and nothing is copied, while none does. */
export function tellTraining(training: FollowedRun): void {
  const now = performance.now();
  if (now - askedAt > 3 * askInterval) return;
  if (training.status === told.status && now - told.at < tellInterval(training)) return;
  told = { at: now, status: training.status };
  tellTabs({ type: "training", training });
}

/** What this tab does with its run when another one asks for it. */
export interface TrainingOwner {
  /** The run that this tab trains at this moment. */
  readonly ours: () => FollowedRun | undefined;
  /** Ends it; the others see it by what they are told of it. */
  readonly end: (how: RunEnding) => void;
}

/** Lets other tabs ask for the run that this one trains, and end it. */
export function answerTabs({ ours, end }: TrainingOwner): void {
  hearTabs((message) => {
    if (message.type === "training") return;
    const training = ours();
    if (training?.run.id !== message.run) return;
    askedAt = performance.now();
    if (message.type === "end") return end(message.how);
    told = { at: askedAt, status: training.status };
    tellTabs({ type: "training", training });
  });
}

/** Has the tab that trains a run pause or stop it. */
export function endElsewhere(run: string, how: RunEnding): void {
  tellTabs({ type: "end", run, how });
}

/** Tells all tabs that this one has begun to train a run: they may show it as one to go on with. */
export function announceTraining(training: FollowedRun): void {
  tellTabs({ type: "training", training });
}

/** Hears of each run that another tab trains, while somebody watches it or as it begins. */
export function hearOfTraining(hear: (training: FollowedRun) => void): void {
  hearTabs((message) => {
    if (message.type === "training") hear(message.training);
  });
}

/**
 * Follows a run that another tab trains.
 *
 * @param show called with each thing that the other tab tells
 * @param left called once the other tab no longer has the run: it ended, or the tab was closed
 * @returns ends it
 */
export function watchTraining(
  id: string,
  show: (training: FollowedRun) => void,
  left: () => void,
): () => void {
  const end = hearTabs((message) => {
    if (message.type === "training" && message.training.run.id === id) show(message.training);
  });
  const ask = async (): Promise<void> => {
    if (await isElsewhere(id)) tellTabs({ type: "ask", run: id });
    else if (timer !== undefined) {
      stop();
      left();
    }
  };
  let timer: ReturnType<typeof setInterval> | undefined = setInterval(() => void ask(), askInterval);
  const stop = (): void => {
    end();
    clearInterval(timer);
    timer = undefined;
  };
  void ask();
  return stop;
}
