import type { JSX } from "preact";
import { LineMark } from "../../charts/LineMark.tsx";
import { ValueRow } from "../../charts/ValueRow.tsx";
import { durationText } from "../../i18n/durationText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { recipeCard } from "../../state/recipeCards.ts";
import { differingSettings, settingsOfRun } from "../../state/runSettings.ts";
import type { StoredRun } from "../../storage/runs.ts";
import { trainMessages } from "../Train/messages.ts";
import { runsMessages } from "./messages.ts";
import { settingTitle, settingValue } from "./settingText.ts";

/** What is different about runs, and what came of each, side by side. */
export function ComparedSettings({ runs, names }: ComparedSettingsProps): JSX.Element {
  const t = runsMessages.value;
  const settings = runs.map((run) => settingsOfRun(run, recipeCard(run.recipe)));
  const recipes = runs.map(({ recipe }) => recipe);
  const different: Row[] = [
    ...(new Set(recipes).size > 1 ? [{ title: t.recipe, values: recipes }] : []),
    ...differingSettings(settings).map((name) => ({
      title: settingTitle(name),
      values: settings.map((each) => settingValue(name, each)),
    })),
  ];
  const measured = outcomes(runs).filter(({ values }) => values.some((value) => value !== "–"));
  return (
    <div class="stack tight">
      <h3>{t.different}</h3>
      {different.length === 0 && runs.length > 1 && <p class="quiet">{t.sameSettings}</p>}
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.different}>
        <table class="compared">
          <thead>
            <tr>
              <th scope="col">
                <span class="hidden">{t.setting}</span>
              </th>
              {names.map((name, index) => (
                <th key={name} scope="col" class="number">
                  <LineMark style="solid" series={index} /> {name}
                </th>
              ))}
            </tr>
          </thead>
          {[different, measured].map((rows, index) => (
            <tbody key={index}>
              {rows.map(({ title, values }) => (
                <ValueRow key={title} name={title} values={values} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
}

interface ComparedSettingsProps {
  readonly runs: readonly StoredRun[];
  readonly names: readonly string[];
}

interface Row {
  readonly title: string;
  readonly values: readonly string[];
}

/** What came of runs, a row each; a dash where there is nothing yet. */
function outcomes(runs: readonly StoredRun[]): Row[] {
  const t = trainMessages.value;
  const r = runsMessages.value;
  const row = (title: string, value: (run: StoredRun) => string | undefined): Row => ({
    title,
    values: runs.map((run) => value(run) ?? "–"),
  });
  const text = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : numberText(value, { maximumSignificantDigits: 4 });
  return [
    row(t.testAccuracy, ({ result }) =>
      result?.test.accuracy === undefined ? undefined : percentText(result.test.accuracy, 2),
    ),
    row(t.testError, ({ result }) => text(result?.test.mae)),
    row(r.testLoss, ({ result }) => text(result?.test.loss)),
    row(t.epochsDone, ({ history }) => numberText(history.loss.length)),
    row(r.parameters, ({ result }) => result && numberText(result.parameters)),
    row(t.speed, ({ result }) => result && numberText(Math.round(result.samplesPerSecond))),
    row(t.duration, ({ result }) => result && durationText(result.seconds)),
  ];
}
