import { classificationReport, rSquared } from "@minibatch/training";
import type { JSX } from "preact";
import { classNamesText } from "../../i18n/classNamesText.ts";
import { BesideResult } from "../../components/BesideResult.tsx";
import { type Figure, Figures } from "../../components/Figures.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import type { RunResult, StoredRun } from "../../storage/runs.ts";
import { AboutOwnData } from "./AboutOwnData.tsx";
import { ClassReport } from "./ClassReport.tsx";
import { ColumnImportance } from "./ColumnImportance.tsx";
import { ConfusionTable } from "./ConfusionTable.tsx";
import type { EvaluateView } from "./evaluateView.ts";
import { KeptMistakes } from "./KeptMistakes.tsx";
import { KeptValues } from "./KeptValues.tsx";
import { evaluateMessages } from "./messages.ts";
import { ownMessages } from "./ownMessages.ts";

/** What a run kept of its test set, where the data themselves are not in this browser. */
export function KeptResult({ run, result, view }: KeptResultProps): JSX.Element {
  const { test, own, dataset } = run;
  const { confusionMatrix: matrix, importance } = result;
  const classNames = classNamesText(own ? "" : dataset, result.classNames ?? []);
  return (
    <div class="stack result">
      <p class="quiet">{measuredOn(run)}</p>
      <Figures figures={figuresOf(run, result)} />
      <BesideResult result={result} />
      {matrix && <ConfusionTable matrix={matrix} classNames={classNames} view={view} fixed />}
      <div class="report-row">
        {matrix && <ClassReport report={classificationReport(matrix, classNames)} />}
        {test?.samples && <KeptMistakes samples={test.samples} />}
      </div>
      {test?.predictions && <KeptValues predictions={test.predictions} />}
      {importance && importance.length > 0 && (
        <ColumnImportance importance={importance} ofClasses={result.test.accuracy !== undefined} />
      )}
      {own?.data && <AboutOwnData data={own.data} />}
    </div>
  );
}

interface KeptResultProps {
  readonly run: StoredRun;
  readonly result: RunResult;
  readonly view: EvaluateView;
}

/** What the figures are of. */
function measuredOn({ own, dataset }: StoredRun): string {
  const t = ownMessages.value;
  if (own?.points) return own.points.shape === "own" ? t.itself : t.otherPoints;
  return t.kept(own?.data?.title ?? dataset);
}

function figuresOf({ test: kept, own: ownRun }: StoredRun, { test, samples }: RunResult): Figure[] {
  const [t, own] = [evaluateMessages.value, ownMessages.value];
  const short = (value: number): string => numberText(value, { maximumSignificantDigits: 4 });
  if (test.accuracy !== undefined) {
    return [
      { name: t.accuracy, value: percentText(test.accuracy, 2) },
      { name: t.loss, value: numberText(test.loss, { maximumFractionDigits: 4 }) },
      {
        name: ownRun?.points ? own.points : ownRun?.data?.kind === "pictures" ? t.samples : own.rows,
        value: numberText(samples.test),
      },
      { name: t.mistakes, value: numberText(Math.round((1 - test.accuracy) * samples.test)) },
    ];
  }
  const { y, predicted } = kept?.predictions?.test ?? { y: [], predicted: [] };
  return [
    { name: own.error, value: short(test.mae ?? Number.NaN) },
    { name: own.squared, value: short(test.loss) },
    ...(y.length > 1
      ? [{ name: own.rSquared, value: numberText(rSquared(y, predicted), { maximumFractionDigits: 3 }) }]
      : []),
    { name: own.rows, value: numberText(samples.test) },
  ];
}
