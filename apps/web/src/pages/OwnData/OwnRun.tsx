import type { JSX } from "preact";
import { failureText } from "../../i18n/failureText.ts";
import { numberText } from "../../i18n/numberText.ts";
import {
  isTrainingOwn,
  type OwnTraining,
  ownTraining,
  startOwnTraining,
  stopOwnTraining,
} from "../../state/ownTraining.ts";
import { ownShare } from "../../state/runProgress.ts";
import type { TrainedOwn } from "../../worker/commands/trainOwn.ts";
import type { OwnSource } from "../../worker/own/OwnSource.ts";
import { EpochTable } from "../Train/EpochTable.tsx";
import { RunCurves } from "../Train/RunCurves.tsx";
import { ownDataMessages } from "./messages.ts";
import { OwnResult } from "./OwnResult.tsx";

/** Training on data of one's own: the button, how far it is, what came out. */
export function OwnRun({ kind, ready, data, source, attempt, beside, mistakes }: OwnRunProps): JSX.Element {
  const t = ownDataMessages.value;
  const running = isTrainingOwn(ownTraining.value);
  const training = ownTraining.value?.kind === kind ? ownTraining.value : undefined;
  const trained = training?.trained;
  return (
    <section class="stack own-run" aria-label={t.train}>
      <div class="row">
        <button
          type="button"
          class="primary"
          disabled={!ready || running}
          onClick={() => void startOwnTraining(source(), data)}
        >
          {trained ? t.trainAgain : t.train}
        </button>
        {ready && beside}
        {training && running && (
          <button type="button" onClick={stopOwnTraining}>
            {t.stop}
          </button>
        )}
        {training && (
          <span class="quiet" data-own-status={training.status}>
            {statusText(training)}
          </span>
        )}
      </div>
      {training && running && <progress aria-label={statusText(training)} value={ownShare(training)} />}
      {training?.failure && (
        <p role="alert" class="failure">
          {t.failed} {failureText(training.failure)}
        </p>
      )}
      {trained && (
        <>
          {training.data !== data && <p class="notice">{t.stale}</p>}
          <div class="own-result">
            <OwnResult trained={trained} />
            {attempt}
          </div>
          {mistakes?.(trained)}
        </>
      )}
      {training && training.points.length > 0 && (
        <RunCurves points={training.points} history={training.history} epochs={training.epochs ?? 1} />
      )}
      {training && training.history.loss.length > 0 && <EpochTable history={training.history} />}
    </section>
  );
}

interface OwnRunProps {
  readonly kind: OwnSource["kind"];
  /** Whether there is something to train on. */
  readonly ready: boolean;
  /** The state of the page, of which the source is made. */
  readonly data: unknown;
  readonly source: () => OwnSource;
  /** Where the network is tried. */
  readonly attempt: JSX.Element;
  /** What else can be done with the data. */
  readonly beside?: JSX.Element;
  readonly mistakes?: (trained: TrainedOwn) => JSX.Element;
}

function statusText({ status, batch, epochs }: OwnTraining): string {
  const t = ownDataMessages.value;
  switch (status) {
    case "looking":
      return t.opening;
    case "training":
      return t.training(numberText(batch?.epoch ?? 1), numberText(epochs ?? 1));
    case "failed":
      return "";
    default:
      return t[status];
  }
}
