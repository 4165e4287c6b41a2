import "./runs.css";
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { keptName } from "../../state/keptNames.ts";
import { modelList } from "../../state/modelList.ts";
import { recipeCards } from "../../state/recipeCards.ts";
import { runList } from "../../state/runList.ts";
import { packing } from "../../state/savedFiles.ts";
import { trainMessages } from "../Train/messages.ts";
import { differencesInWords } from "./differencesInWords.ts";
import { runsMessages } from "./messages.ts";
import { RunLine } from "./RunLine.tsx";

/** The runs and models that this browser keeps, to look at, to name, to save and to delete. */
export function RunLibrary({ ticks }: RunLibraryProps): JSX.Element {
  const t = trainMessages.value;
  const r = runsMessages.value;
  const said = useSignal("");
  const runs = runList.value;
  // The models of runs are in the line of their run.
  const alone = modelList.value.filter(({ id }) => !runs.some((run) => run.id === id));
  const differences = useMemo(
    () => differencesInWords(runs, recipeCards.value),
    [r, runs, recipeCards.value],
  );
  const say = (text: string): void => void (said.value = text);
  return (
    <section class="stack tight library">
      <h2>{r.kept}</h2>
      {runs.length + alone.length === 0 ? (
        <p class="quiet">{r.noRuns}</p>
      ) : (
        <div class="scrolling" tabIndex={0} role="region" aria-label={r.kept}>
          {/* Said outright: a phone shows each line as a card, and what is no table to CSS is none to a screen reader. */}
          <table role="table">
            <thead role="rowgroup">
              <tr role="row">
                {ticks && (
                  <th scope="col" role="columnheader">
                    <span class="hidden">{r.compare}</span>
                  </th>
                )}
                <th scope="col" role="columnheader">
                  {r.name}
                </th>
                {/* What one looks for first. */}
                <th scope="col" role="columnheader" class="number">
                  {t.result}
                </th>
                <th scope="col" role="columnheader">
                  {t.state}
                </th>
                <th scope="col" role="columnheader">
                  {t.started}
                </th>
                <th scope="col" role="columnheader">
                  <span class="hidden">{t.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              {runs.map((run) => (
                <RunLine
                  key={run.id}
                  id={run.id}
                  name={keptName(run)}
                  created={run.created}
                  run={run}
                  differs={differences.get(run.id) ?? ""}
                  {...(ticks && { tick: tickOf(run.id, ticks) })}
                  onSaid={say}
                />
              ))}
              {alone.map((model) => (
                <RunLine
                  key={model.id}
                  id={model.id}
                  name={keptName(model)}
                  created={model.created}
                  model={model}
                  {...(ticks && { tick: tickOf(model.id, ticks) })}
                  onSaid={say}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p role="status" class="small">
        {packing.value === undefined ? said.value : t.packing}
      </p>
    </section>
  );
}

/** Which runs are compared, and how that is changed. */
export interface Ticks {
  readonly ticked: readonly string[];
  /** How many can be at once. */
  readonly most: number;
  readonly onTick: (id: string) => void;
}

interface RunLibraryProps {
  /** Where runs are compared. */
  readonly ticks?: Ticks;
}

function tickOf(id: string, { ticked, most, onTick }: Ticks) {
  return { ticked: ticked.includes(id), full: ticked.length >= most, onTick: () => onTick(id) };
}
