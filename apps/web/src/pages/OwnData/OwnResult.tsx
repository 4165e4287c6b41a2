import type { JSX } from "preact";
import { BesideResult } from "../../components/BesideResult.tsx";
import { numberText } from "../../i18n/numberText.ts";
import { hrefOf } from "../../state/route.ts";
import { savePage, saveRun } from "../../state/savedFiles.ts";
import type { TrainedOwn } from "../../worker/commands/trainOwn.ts";
import { runsMessages } from "../Runs/messages.ts";
import { ownDataMessages } from "./messages.ts";

/** What a network reaches on the part of one's own data that it has never seen, and what can be done with it. */
export function OwnResult({ trained }: { readonly trained: TrainedOwn }): JSX.Element {
  const t = ownDataMessages.value;
  const { run, tested } = trained;
  const { result, id } = run;
  const mae = result?.test.mae;
  const right = tested.filter(({ actual, predicted }) => actual === predicted).length;
  return (
    <div class="stack tight">
      <h2>{t.result}</h2>
      <p class="large" data-right={right}>
        {mae === undefined
          ? t.right(numberText(right), numberText(tested.length))
          : t.error(numberText(mae, { maximumSignificantDigits: 4 }))}
      </p>
      {result && <BesideResult result={result} counted={mae === undefined} />}
      <div class="row">
        <a class="button" href={hrefOf("evaluate", { model: id })}>
          {t.evaluate}
        </a>
        {run.own?.data?.kind === "pictures" && (
          <a class="button" href={hrefOf("explore", { run: id })}>
            {runsMessages.value.explore}
          </a>
        )}
        <button type="button" onClick={() => void savePage(id)}>
          {t.page}
        </button>
        <button type="button" onClick={() => void saveRun(id)}>
          {t.zip}
        </button>
      </div>
    </div>
  );
}
