import { hrefOf, type Parameters } from "../../state/route.ts";
import type { StoredRun } from "../../storage/runs.ts";

/** The settings that an address of the page Train has. */
const replayed = new Set(["epochs", "batchSize", "learningRate", "optimizer", "limit", "seed"]);

/** What a run ended with, as its link says it: a number as text is the number, to the last digit. */
export type RunEnding = Readonly<Partial<Record<"endLoss" | "endAccuracy" | "endMae", string>>>;

/** What a run ended with; nothing before it has. */
export function endingOf({ result }: StoredRun): RunEnding | undefined {
  if (!result) return undefined;
  const { loss, accuracy, mae } = result.test;
  return {
    endLoss: String(loss),
    ...(accuracy !== undefined && { endAccuracy: String(accuracy) }),
    ...(mae !== undefined && { endMae: String(mae) }),
  };
}

/** What an address says that a run ended with; nothing where it is no link of a run. */
export function namedEnding({ endLoss, endAccuracy, endMae }: Parameters): RunEnding | undefined {
  if (endLoss === undefined) return undefined;
  return {
    endLoss,
    ...(endAccuracy !== undefined && { endAccuracy }),
    ...(endMae !== undefined && { endMae }),
  };
}

/**
 * The address under which a run can be trained again, and compared with what it ended with.
 *
 * @returns none for a run that an address cannot tell: on data of one's own, of other settings, or stopped before its end
 */
export function replayLink(run: StoredRun): string | undefined {
  const { recipe, backend, settings, history, result, own } = run;
  const ending = endingOf(run);
  if (!ending || !result || own) return undefined;
  const changed = Object.entries(settings).filter(([, value]) => value !== undefined && value !== null);
  const isWhole = result.settings.earlyStopping !== null || history.loss.length === result.settings.epochs;
  if (!isWhole || changed.some(([name]) => !replayed.has(name))) return undefined;
  // All of them, so that the link means the same when the recipe has others one day.
  const named = Object.entries(result.settings).filter(
    ([name, value]) => replayed.has(name) && value !== null && value !== undefined,
  );
  const parameters = Object.fromEntries(named.map(([name, value]) => [name, String(value)]));
  const hash = hrefOf("train", { recipe, ...parameters, backend, ...ending });
  return globalThis.location.href.replace(/#.*$/, "") + hash;
}
