import type { JSX } from "preact";
import { percentText } from "../i18n/numberText.ts";
import { hrefOf } from "../state/route.ts";
import { runningTrainings } from "../state/runningTrainings.ts";
import { trainingName } from "./trainingName.ts";
import { appMessages } from "../i18n/appMessages.ts";

/** How far everything is that trains in this tab, on every page, and the way to it. */
export function RunProgress(): JSX.Element {
  const t = appMessages.value;
  return (
    <>
      {runningTrainings.value.map(({ page, share }) => {
        const text = t.trains(trainingName(page));
        // The one lesson that trains.
        const path = page === "course" ? "course/networks" : page;
        return (
          <a key={page} class="run-progress" href={hrefOf(path)} title={text}>
            <span class="hidden">{text}</span>
            <progress aria-hidden="true" value={share} />
            <span class="number">{share === undefined ? "…" : percentText(share, 0)}</span>
          </a>
        );
      })}
    </>
  );
}
