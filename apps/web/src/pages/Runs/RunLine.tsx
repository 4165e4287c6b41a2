import type { JSX } from "preact";
import { copyText } from "../../components/copyText.ts";
import { dateText } from "../../i18n/dateText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { deleteWithUndo } from "../../state/deleteWithUndo.ts";
import { modelList } from "../../state/modelList.ts";
import { goTo, hrefOf, route } from "../../state/route.ts";
import { packing, saveKeras, savePage, saveRun } from "../../state/savedFiles.ts";
import { leaveTraining, showRun, training, trainingActivity } from "../../state/training.ts";
import type { StoredModel } from "../../storage/models.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { canTrainOn } from "../Build/canTrainOn.ts";
import { canExplore } from "../Explore/canExplore.ts";
import { trainMessages } from "../Train/messages.ts";
import { replayLink } from "../Train/replayLink.ts";
import { replayMessages } from "../Train/replayMessages.ts";
import { runsMessages } from "./messages.ts";
import { RunNameCell } from "./RunNameCell.tsx";

/** A run, or a model without one: what it is called, what came of it, and what can be done with it. */
export function RunLine({ id, name, created, run, model, differs, tick, onSaid }: RunLineProps): JSX.Element {
  const t = trainMessages.value;
  const hasModel = modelList.value.some((stored) => stored.id === id);
  const busy = trainingActivity.value === "active";
  const isTrained = busy && training.value?.run.id === id;
  const about = (action: string): string => `${action}: ${name}, ${dateText(created)}`;
  const show = (): void => {
    if (!run) return;
    showRun(run);
    if (route.peek().page !== "train") goTo("train");
  };
  const remove = async (): Promise<void> => {
    const next = neighbour(id);
    if (await deleteWithUndo({ id, name })) {
      if (training.peek()?.run.id === id) leaveTraining();
      next?.focus();
    } else show();
  };
  const link = run && replayLink(run);
  const copy = async (link: string): Promise<void> => {
    const r = replayMessages.value;
    onSaid((await copyText(link)) ? r.copied : r.notCopied(link));
  };
  const actions = [
    ...(link === undefined
      ? []
      : [{ text: replayMessages.value.copyLink, disabled: false, act: () => void copy(link) }]),
    { text: t.save, disabled: false, act: () => void saveRun(id) },
    ...(hasModel
      ? [
          { text: t.savePage, disabled: packing.value !== undefined, act: () => void savePage(id) },
          { text: t.saveKeras, disabled: packing.value !== undefined, act: () => void saveKeras(id) },
        ]
      : []),
  ];
  return (
    <tr role="row">
      {tick && (
        <td role="cell">
          <input
            type="checkbox"
            aria-label={runsMessages.value.tick(`${name}, ${dateText(created)}`)}
            checked={tick.ticked}
            disabled={!run || (!tick.ticked && tick.full)}
            onChange={tick.onTick}
          />
        </td>
      )}
      <td role="cell">
        <RunNameCell
          id={id}
          name={name}
          busy={isTrained}
          about={about(runsMessages.value.rename)}
          onRenamed={onSaid}
        />
        {differs && <div class="quiet small">{differs}</div>}
      </td>
      <td role="cell" class="number">
        {run ? resultText(run) : accuracyText(model)}
      </td>
      <td role="cell" class="state">
        {run ? stateText(run) : t.modelOnly}
      </td>
      <td role="cell">{dateText(created)}</td>
      <td role="cell" class="acts">
        <div class="line-actions">
          <span class="actions">
            {run && (
              <button type="button" class="link" aria-label={about(t.show)} disabled={busy} onClick={show}>
                {t.show}
              </button>
            )}
            {run && canExplore(run, modelList.value) && (
              <a href={hrefOf("explore", { run: id })} aria-label={about(runsMessages.value.explore)}>
                {runsMessages.value.explore}
              </a>
            )}
          </span>
          <details class="more-actions">
            <summary data-more={id} aria-label={about(t.moreActions)}>
              {t.moreActions}
            </summary>
            <span class="actions">
              {actions.map(({ text, disabled, act }) => (
                <button
                  key={text}
                  type="button"
                  class="link"
                  aria-label={about(text)}
                  disabled={disabled}
                  onClick={act}
                >
                  {text}
                </button>
              ))}
              {run && canTrainOn(run, modelList.value) && (
                <a
                  class="link"
                  href={hrefOf("build", { from: id })}
                  aria-label={about(runsMessages.value.trainOn)}
                >
                  {runsMessages.value.trainOn}
                </a>
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
          </details>
        </div>
      </td>
    </tr>
  );
}

interface RunLineProps {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly run?: StoredRun;
  readonly model?: StoredModel;
  /** What is different about it among the runs of its recipe. */
  readonly differs?: string;
  /** Where runs are compared. */
  readonly tick?: { readonly ticked: boolean; readonly full: boolean; readonly onTick: () => void };
  /** Told what is to be said to those who do not see the list change. */
  readonly onSaid: (text: string) => void;
}

/** Where the keyboard goes on when a line is gone: what opens the actions of the next one, else of the one before, else the page. */
function neighbour(id: string): HTMLElement | null {
  const openers = [...document.querySelectorAll<HTMLElement>("[data-more]")];
  const at = openers.findIndex(({ dataset }) => dataset["more"] === id);
  return openers[at + 1] ?? openers[at - 1] ?? document.getElementById("main");
}

function stateText({ status, history }: StoredRun): string {
  const t = trainMessages.value;
  if (status === "done") return t.statusDone;
  return status === "failed" ? t.statusFailed : t.statusOpen(history.loss.length);
}

function resultText({ result }: StoredRun): string {
  if (!result) return "–";
  const { accuracy, mae = 0 } = result.test;
  return accuracy === undefined ? `MAE ${numberText(mae)}` : percentText(accuracy, 2);
}

function accuracyText(model: StoredModel | undefined): string {
  return model?.accuracy === undefined ? "–" : percentText(model.accuracy, 2);
}
