import type { JSX } from "preact";
import { failureText } from "../../i18n/failureText.ts";
import { percentText } from "../../i18n/numberText.ts";
import { shapeText } from "../../worker/shapeText.ts";
import { type EvaluationInView, startEvaluation } from "../../state/evaluation.ts";
import type { ModelShape } from "../../storage/models.ts";
import { evaluateMessages } from "./messages.ts";

/** How far an evaluation has come, or why there is none. */
export function EvaluationProgress({ evaluation, missing, shape }: EvaluationProgressProps): JSX.Element {
  const t = evaluateMessages.value;
  if (missing) {
    return (
      <p>
        {t.noDataset} {shape && t.shapes(shapeText(shape.input), shapeText(shape.output))}
      </p>
    );
  }
  if (evaluation?.status === "failed") {
    return (
      <div class="stack tight" role="alert">
        <p>
          {t.failed} {evaluation.failure && failureText(evaluation.failure)}
        </p>
        <p>
          <button type="button" onClick={() => void startEvaluation(evaluation.subject)}>
            {t.again}
          </button>
        </p>
      </div>
    );
  }
  const text =
    evaluation?.status === "running"
      ? t.running(percentText(evaluation.progress ?? 0, 0))
      : evaluation?.status === "loading"
        ? t.loading
        : t.opening;
  return (
    <div class="stack tight">
      <p class="quiet">{text}</p>
      <progress aria-label={text} value={evaluation?.progress} />
    </div>
  );
}

interface EvaluationProgressProps {
  readonly evaluation: EvaluationInView | undefined;
  /** Whether no dataset that fits can be had. */
  readonly missing: boolean;
  /** Of a network from elsewhere. */
  readonly shape: ModelShape | undefined;
}
