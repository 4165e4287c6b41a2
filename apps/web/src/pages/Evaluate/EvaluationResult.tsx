import {
  argMax,
  categoricalCrossentropy,
  classificationReport,
  confusionMatrix,
  worstMistakes,
} from "@minibatch/training";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { classNamesText } from "../../i18n/classNamesText.ts";
import { Figures } from "../../components/Figures.tsx";
import { UnknownNames } from "../../components/UnknownNames.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import type { Evaluation } from "../../worker/commands/evaluate.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import type { OpenModel } from "../../worker/commands/openModel.ts";
import { CellImages } from "./CellImages.tsx";
import { ClassReport } from "./ClassReport.tsx";
import { ConfusionTable } from "./ConfusionTable.tsx";
import { cellText, type EvaluateView } from "./evaluateView.ts";
import { evaluateMessages } from "./messages.ts";
import { WorstMistakes } from "./WorstMistakes.tsx";

/** Everything that is known once a network has seen the test set. */
export function EvaluationResult({ result, model, entry, view }: EvaluationResultProps): JSX.Element {
  const t = evaluateMessages.value;
  const classNames = classNamesText(entry?.name ?? "", model?.metadata.classNames ?? entry?.classNames ?? []);
  const { labels, predicted, loss, matrix, report, mistakes } = useMemo(
    () => measure(result, classNames),
    [result, classNames],
  );
  const wrong = labels.length - matrix.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  const dataset = entry?.name ?? "";
  const cells = matrix.flatMap((row, actual) => row.map((_, predicted) => cellText({ actual, predicted })));
  const cell = view.cell && cells.includes(cellText(view.cell)) ? view.cell : undefined;
  return (
    <>
      <div class="stack result">
        <Figures
          figures={[
            { name: t.accuracy, value: percentText(report.accuracy, 2) },
            { name: t.loss, value: numberText(loss, { maximumFractionDigits: 4 }) },
            { name: t.samples, value: numberText(labels.length) },
            { name: t.mistakes, value: numberText(wrong) },
          ]}
        />
        <ConfusionTable matrix={matrix} classNames={classNames} view={view} />
        <UnknownNames parameters={[{ name: "cell", label: t.cellName, names: cells }]} />
        {cell && (
          <CellImages
            cell={cell}
            labels={labels}
            predicted={predicted}
            classNames={classNames}
            dataset={dataset}
          />
        )}
        <ClassReport report={report} />
      </div>
      <WorstMistakes mistakes={mistakes} classNames={classNames} dataset={dataset} />
    </>
  );
}

interface EvaluationResultProps {
  readonly result: Evaluation;
  readonly model: OpenModel | undefined;
  readonly entry: DatasetEntry | undefined;
  readonly view: EvaluateView;
}

function measure({ labels, probabilities }: Evaluation, classNames: readonly string[]) {
  const predicted = argMax(probabilities);
  const matrix = confusionMatrix(labels, predicted, classNames.length);
  return {
    labels,
    predicted,
    matrix,
    loss: categoricalCrossentropy(labels, probabilities),
    report: classificationReport(matrix, classNames),
    mistakes: worstMistakes(labels, probabilities),
  };
}
