import type { JSX } from "preact";
import { route } from "../../state/route.ts";
import { training } from "../../state/training.ts";
import { endingOf, namedEnding, type RunEnding } from "./replayLink.ts";
import { replayMessages } from "./replayMessages.ts";
import { trainSettings } from "./trainSettings.ts";

/** Where the address is the link of a run: what that ended with, and whether it ends with the same here. */
export function Replay(): JSX.Element | null {
  const t = replayMessages.value;
  const { parameters } = route.value;
  const named = namedEnding(parameters);
  if (!named) return null;
  const { recipe, settings } = trainSettings(parameters);
  const { run, status } = training.value ?? {};
  const isIt = run?.recipe === recipe && textOf(run.settings) === textOf(settings);
  const ending = run && isIt && status === "done" ? endingOf(run) : undefined;
  const isSame = ending && textOf(ending) === textOf(named);
  return (
    <section class="notice replay" aria-label={t.title}>
      <p>
        {t.link} {sayEnding(named)}
      </p>
      <p role="status" data-replayed={ending && (isSame ? "same" : "other")}>
        {!ending ? t.offer : isSame ? t.same : `${t.other} ${sayEnding(ending)}`}
      </p>
    </section>
  );
}

function sayEnding({ endLoss = "", endAccuracy, endMae }: RunEnding): string {
  const t = replayMessages.value;
  if (endAccuracy !== undefined) return t.endedRight(endLoss, endAccuracy);
  return endMae === undefined ? t.ended(endLoss) : t.endedOff(endLoss, endMae);
}

/** The same text for the same values, in whatever order. */
function textOf(values: object): string {
  return JSON.stringify(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
}
