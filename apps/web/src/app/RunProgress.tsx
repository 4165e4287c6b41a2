import type { JSX } from "preact";
import { percentText } from "../i18n/numberText.ts";
import { keptName } from "../state/keptNames.ts";
import { hrefOf } from "../state/route.ts";
import { doneShare } from "../state/runProgress.ts";
import { isActive, training } from "../state/training.ts";
import { appMessages } from "./messages.ts";

/** How far the run is that trains in this tab, on every page, and the way to it. */
export function RunProgress(): JSX.Element | null {
  const t = appMessages.value;
  const run = training.value;
  if (!run || !isActive(run)) return null;
  const share = doneShare(run);
  const name = keptName(run.run);
  return (
    <a class="run-progress" href={hrefOf("train")} title={t.trains(name)}>
      <span class="hidden">{t.trains(name)}</span>
      <progress aria-hidden="true" value={share} />
      <span class="number">{share === undefined ? "…" : percentText(share, 0)}</span>
    </a>
  );
}
