import { useSignal } from "@preact/signals";
import type { JSX, TargetedEvent } from "preact";
import { useEffect } from "preact/hooks";
import { numberText } from "../../i18n/numberText.ts";
import { roughDurationText } from "../../i18n/roughDurationText.ts";
import { layersText } from "../../network/layersText.ts";
import { buildStarts, loadBuildStarts } from "../../state/buildStarts.ts";
import { datasetList } from "../../state/datasetList.ts";
import { hrefOf } from "../../state/route.ts";
import { measureStarts, startRows, startTimes } from "../../state/startTimes.ts";
import type { BuildStart } from "../../worker/commands/listStarts.ts";
import { buildMessages } from "./messages.ts";

/** The recipes as places to begin, by what keeps them from running here at once. */
export function StartFrom(): JSX.Element {
  const t = buildMessages.value;
  const isHere = ({ dataset }: BuildStart): boolean =>
    datasetList.value.some(({ name, available }) => name === dataset && available !== "no");
  const starts = buildStarts.value;
  const groups = [
    { title: t.runsHere, starts: starts.filter((start) => isHere(start) && !start.long) },
    { title: t.takesLong, starts: starts.filter((start) => isHere(start) && start.long) },
    { title: t.needsData, starts: starts.filter((start) => !isHere(start)) },
  ];
  const open = useSignal(false);
  const measured = open.value ? groups.flatMap(({ starts }) => starts.map(({ recipe }) => recipe)) : [];
  useEffect(() => (measured.length > 0 ? measureStarts(measured) : undefined), [measured.join()]);
  return (
    <details
      class="more"
      onToggle={({ currentTarget }) => {
        open.value = currentTarget.open;
        if (currentTarget.open) void loadBuildStarts();
      }}
    >
      <summary>{t.startFrom}</summary>
      {starts.length === 0 && <p class="quiet">{t.opening}</p>}
      {starts.length > 0 && <p class="quiet small">{t.epochTimes(numberText(startRows))}</p>}
      <div class="starts">
        {groups
          .filter(({ starts }) => starts.length > 0)
          .map(({ title, starts }) => (
            <section key={title} class="stack tight">
              <h2>{title}</h2>
              <ul class="plain">
                {starts.map((start) => (
                  <li key={start.title}>
                    {isHere(start) ? (
                      <a href={addressOf(start)} onClick={closeAround}>
                        {start.title}
                      </a>
                    ) : (
                      start.title
                    )}
                    <StartTime recipe={start.recipe} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </details>
  );
}

/** How long an epoch takes here, once that is measured. */
function StartTime({ recipe }: Pick<BuildStart, "recipe">): JSX.Element | null {
  const seconds = startTimes.value[recipe];
  if (seconds === undefined) return null;
  const t = buildMessages.value;
  return (
    <span class="quiet small" data-start-time={seconds}>
      {" "}
      {seconds < 2 ? t.aMoment : roughDurationText(seconds)}
    </span>
  );
}

/** Once chosen, the network is what one wants to see. */
function closeAround({ currentTarget }: TargetedEvent<HTMLElement>): void {
  const details = currentTarget.closest("details");
  if (!details) return;
  details.open = false;
  details.querySelector("summary")?.focus();
}

function addressOf({ dataset, layers, optimizer, learningRate, batchSize }: BuildStart): string {
  return hrefOf("build", {
    data: dataset,
    net: layersText(layers),
    optimizer,
    rate: String(learningRate),
    batch: String(batchSize),
  });
}
