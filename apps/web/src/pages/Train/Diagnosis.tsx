import type { JSX } from "preact";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { datasetList } from "../../state/datasetList.ts";
import type { StoredRun } from "../../storage/runs.ts";
import type { RecipeCard } from "../../worker/commands/listRecipes.ts";
import { chanceLevel } from "./chanceLevel.ts";
import { trainMessages } from "./messages.ts";

/** What went wrong when a run ends no better than guessing, and what to try. */
export function Diagnosis({ run, card }: DiagnosisProps): JSX.Element | null {
  const t = trainMessages.value;
  const found = chanceLevel(run);
  if (!found) return null;
  const { classNames = run.result?.classNames } =
    datasetList.value.find(({ name }) => name === run.dataset && !run.own) ?? {};
  const always = found.always === undefined ? undefined : (classNames?.[found.always] ?? `${found.always}`);
  return (
    <section class="stack tight diagnosis" role="status">
      <h3>{t.learnedNothing}</h3>
      <p>
        {t.asGuessing(percentText(found.accuracy), percentText(found.chance))}{" "}
        {always !== undefined && t.saysAlways(always)}
      </p>
      <p>{advice(run, card)}</p>
    </section>
  );
}

interface DiagnosisProps {
  readonly run: StoredRun;
  /** The recipe, once it is known. */
  readonly card: RecipeCard | undefined;
}

/** So much above that of the recipe, a learning rate is the first thing to doubt. */
const suspicious = 3;

function advice({ settings, result }: StoredRun, card: RecipeCard | undefined): string {
  const t = trainMessages.value;
  const used = { ...card?.schedule, ...settings, ...result?.settings };
  const { learningRate = 0, epochs = 0 } = used;
  const text = (value: number): string => numberText(value, { maximumSignificantDigits: 3 });
  const usual = card?.schedule.learningRate;
  if (usual !== undefined && learningRate >= suspicious * usual) {
    return t.rateTooHigh(text(learningRate), text(usual));
  }
  if (usual !== undefined && learningRate * suspicious <= usual) {
    return t.rateTooLow(text(learningRate), text(usual));
  }
  if (epochs < (card?.schedule.epochs ?? 0) || used.limit) return t.trainLonger;
  return t.tryAnotherRate(text(learningRate / 10));
}
