import { numberText, percentText } from "../../i18n/numberText.ts";
import type { FollowedRun } from "../../state/FollowedRun.ts";
import { trainMessages } from "./messages.ts";

/** What a run is doing, in a few words. */
export function runStatus({ status, load, run }: FollowedRun): string {
  const t = trainMessages.value;
  if (status === "loading") {
    return t.loadingData(percentText(load ? load.loadedBytes / load.totalBytes : 0, 0));
  }
  if (status === "paused") return t.paused(run.history.loss.length);
  return t[status];
}

/** What the last epoch ended with: for screen readers, which should not hear of every batch. */
export function lastEpochText({ run: { history } }: FollowedRun): string {
  const t = trainMessages.value;
  const epoch = history.loss.length;
  if (epoch === 0) return "";
  const accuracy = (history.valAccuracy ?? history.accuracy)?.at(-1);
  const value =
    accuracy === undefined
      ? `${t.loss} ${numberText(history.loss.at(-1) ?? 0)}`
      : `${t.accuracy} ${percentText(accuracy)}`;
  return t.epochEnded(numberText(epoch), value);
}
