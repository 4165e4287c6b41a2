import type { JSX } from "preact";
import { language, languageTags } from "../../i18n/language.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { deleteRun, runList } from "../../state/runList.ts";
import { leaveTraining, showRun, training, trainingActivity } from "../../state/training.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { trainMessages } from "./messages.ts";

/** The runs that this browser keeps. */
export function RunLibrary(): JSX.Element {
  const t = trainMessages.value;
  const busy = trainingActivity.value === "active";
  return (
    <section class="stack tight">
      <h2>{t.runs}</h2>
      {runList.value.length === 0 ? (
        <p class="quiet">{t.noRuns}</p>
      ) : (
        <div class="scrolling">
          <table class="runs">
            <thead>
              <tr>
                <th scope="col">{t.recipe}</th>
                <th scope="col">{t.started}</th>
                <th scope="col">{t.state}</th>
                <th scope="col" class="number">
                  {t.result}
                </th>
                <th scope="col">
                  <span class="hidden">{t.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {runList.value.map((run) => (
                <tr key={run.id}>
                  <td>{run.recipe}</td>
                  <td>{dateText(run.created)}</td>
                  <td>{stateText(run)}</td>
                  <td class="number">{resultText(run)}</td>
                  <td>
                    <span class="row">
                      <button type="button" class="link" disabled={busy} onClick={() => showRun(run)}>
                        {t.show}
                      </button>
                      <button type="button" class="link" disabled={busy} onClick={() => void remove(run)}>
                        {t.remove}
                      </button>
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

async function remove({ id }: StoredRun): Promise<void> {
  if (training.peek()?.run.id === id) leaveTraining();
  await deleteRun(id);
}

function dateText(time: number): string {
  const format = new Intl.DateTimeFormat(languageTags[language.value], {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return format.format(time);
}

function stateText({ status, history }: StoredRun): string {
  const t = trainMessages.value;
  if (status === "done") return t.statusDone;
  return status === "failed" ? t.statusFailed : t.statusOpen(numberText(history.loss.length));
}

function resultText({ result }: StoredRun): string {
  if (!result) return "–";
  const { accuracy, mae } = result.test;
  return accuracy === undefined ? `MAE ${numberText(mae ?? 0)}` : percentText(accuracy, 2);
}
