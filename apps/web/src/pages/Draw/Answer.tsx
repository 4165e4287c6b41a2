import type { JSX } from "preact";
import { failureOf } from "../../worker/Failure.ts";
import { failureText } from "../../i18n/failureText.ts";
import { ProbabilityBars } from "../../charts/ProbabilityBars.tsx";
import { MissingModel } from "../../components/MissingModel.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { openRecognizer, recognition, recognizingModel } from "../../state/recognition.ts";
import { WorkerError } from "../../worker/WorkerError.ts";
import { chosenModel } from "./chosenModel.ts";
import { FeatureMapSheets } from "./FeatureMapSheets.tsx";
import { drawMessages } from "./messages.ts";
import { SeenDigit } from "./SeenDigit.tsx";

/** Which digit it is, how sure the network is of each, and what it was given. */
export function Answer(): JSX.Element {
  const t = drawMessages.value;
  const model = recognizingModel.value;
  const recognized = recognition.value;
  if (model === "opening") return <p class="quiet">{t.opening}</p>;
  if (model instanceof WorkerError && model.code === "NOT_FOUND") return <MissingModel id={chosenModel()} />;
  if (model instanceof Error) {
    return (
      <div class="stack tight" role="alert">
        <p>{`${t.failed}: ${failureText(failureOf(model))}`}</p>
        <p>
          <button type="button" onClick={() => void openRecognizer(chosenModel())}>
            {t.retry}
          </button>
        </p>
      </div>
    );
  }
  const classes = model.shape?.output[0] ?? 0;
  // Those of a model that does not name them are numbered: of digits, their number is the digit.
  const names = model.metadata.classNames ?? Array.from({ length: classes }, (_, at) => String(at));
  const probabilities = [...(recognized?.probabilities ?? new Float32Array(names.length))];
  const best = probabilities.indexOf(Math.max(...probabilities));
  const name = names[best] ?? String(best);
  return (
    <section class="answer" aria-label={t.answer}>
      <div class="stack tight reading">
        <p class="quiet">{recognized ? t.answer : t.nothing}</p>
        <p class="read" data-answer={recognized ? name : ""}>
          <span aria-hidden="true">{recognized ? name : "?"}</span>
          <span class="hidden" role="status">
            {recognized && t.answerLine(name, percentText(probabilities[best] ?? 0, 0))}
          </span>
        </p>
        <p class="quiet small">
          {recognized
            ? t.took(numberText(recognized.milliseconds, { maximumFractionDigits: 0 }))
            : t.nothingHint}
        </p>
      </div>
      <div class="stack tight probable">
        <h2>{t.probabilities}</h2>
        <ProbabilityBars names={names} probabilities={probabilities} />
      </div>
      {recognized && <SeenDigit digit={recognized.digit} />}
      <FeatureMapSheets />
    </section>
  );
}
