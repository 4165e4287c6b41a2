import type { JSX } from "preact";
import { language, languageTags } from "../../i18n/language.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { loadModelList, modelList } from "../../state/modelList.ts";
import { deleteRun, runList } from "../../state/runList.ts";
import { packing, saveKeras, savePage, saveRun } from "../../state/savedFiles.ts";
import { leaveTraining, showRun, training, trainingActivity } from "../../state/training.ts";
import type { StoredModel } from "../../storage/models.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { trainMessages } from "./messages.ts";
import { OpenFiles } from "./OpenFiles.tsx";
import { PageWeightsField } from "./PageWeightsField.tsx";

/** The runs and models that this browser keeps, to look at, to save and to delete; and how to bring in others. */
export function RunLibrary(): JSX.Element {
  const t = trainMessages.value;
  const runs = runList.value;
  // The models of runs are in the line of their run.
  const alone = modelList.value.filter(({ id }) => !runs.some((run) => run.id === id));
  return (
    <section class="stack tight library">
      <h2>{t.runs}</h2>
      {runs.length + alone.length === 0 ? (
        <p class="quiet">{t.noRuns}</p>
      ) : (
        <div class="scrolling" tabIndex={0} role="region" aria-label={t.runs}>
          <table>
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
              {runs.map((run) => (
                <Line key={run.id} id={run.id} name={run.recipe} created={run.created} run={run} />
              ))}
              {alone.map((model) => (
                <Line key={model.id} id={model.id} name={model.name} created={model.created} model={model} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p role="status" class="small">
        {packing.value !== undefined && t.packing}
      </p>
      {modelList.value.length > 0 && <PageWeightsField />}
      <OpenFiles />
    </section>
  );
}

/** A run, or a model without one. */
function Line({ id, name, created, run, model }: LineProps): JSX.Element {
  const t = trainMessages.value;
  const hasModel = modelList.value.some((stored) => stored.id === id);
  const busy = trainingActivity.value === "active";
  const saving = packing.value !== undefined;
  const about = (action: string): string => `${action}: ${name}, ${dateText(created)}`;
  const remove = async (): Promise<void> => {
    if (await deleteRun(id)) {
      if (training.peek()?.run.id === id) leaveTraining();
    } else if (run) showRun(run);
    await loadModelList();
  };
  return (
    <tr>
      <td>{name}</td>
      <td>{dateText(created)}</td>
      <td>{run ? stateText(run) : t.modelOnly}</td>
      <td class="number">{run ? resultText(run) : accuracyText(model)}</td>
      <td>
        <span class="actions">
          {run && (
            <button
              type="button"
              class="link"
              aria-label={about(t.show)}
              disabled={busy}
              onClick={() => showRun(run)}
            >
              {t.show}
            </button>
          )}
          <button type="button" class="link" aria-label={about(t.save)} onClick={() => void saveRun(id)}>
            {t.save}
          </button>
          {hasModel && (
            <button
              type="button"
              class="link"
              aria-label={about(t.savePage)}
              disabled={saving}
              onClick={() => void savePage(id)}
            >
              {t.savePage}
            </button>
          )}
          {hasModel && (
            <button
              type="button"
              class="link"
              aria-label={about(t.saveKeras)}
              disabled={saving}
              onClick={() => void saveKeras(id)}
            >
              {t.saveKeras}
            </button>
          )}
          <button
            type="button"
            class="link"
            aria-label={about(t.remove)}
            disabled={busy}
            onClick={() => void remove()}
          >
            {t.remove}
          </button>
        </span>
      </td>
    </tr>
  );
}

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly run?: StoredRun;
  readonly model?: StoredModel;
}

function dateText(time: number): string {
  const format = new Intl.DateTimeFormat(languageTags[language.value], {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
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
  const { accuracy, mae = 0 } = result.test;
  return accuracy === undefined ? `MAE ${numberText(mae)}` : percentText(accuracy, 2);
}

function accuracyText(model: StoredModel | undefined): string {
  return model?.accuracy === undefined ? "–" : percentText(model.accuracy, 2);
}
