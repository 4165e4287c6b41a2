import type { JSX, TargetedEvent } from "preact";
import { layersText } from "../../network/layersText.ts";
import { buildStarts, loadBuildStarts } from "../../state/buildStarts.ts";
import { datasetList } from "../../state/datasetList.ts";
import { hrefOf } from "../../state/route.ts";
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
  return (
    <details
      class="more"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void loadBuildStarts();
      }}
    >
      <summary>{t.startFrom}</summary>
      {starts.length === 0 && <p class="quiet">{t.opening}</p>}
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
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </details>
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
