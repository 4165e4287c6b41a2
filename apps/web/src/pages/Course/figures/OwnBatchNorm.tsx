import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import { useLoaded } from "../../../components/useLoaded.ts";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import { keptName } from "../../../state/keptNames.ts";
import type { StoredRun } from "../../../storage/runs.ts";
import { learner } from "../../../worker/workers.ts";
import { batchNormMessages } from "./batchNormMessages.ts";
import { BatchNormSliders, setAverage, setNormalization } from "./BatchNormSliders.tsx";
import { batchNormEpsilon } from "./batchNormUnit.ts";
import { BatchNormView } from "./BatchNormView.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { OwnRunWaiting } from "./OwnRunWaiting.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";
import type { OwnRun } from "./useOwnRun.ts";

/** A batch of test pictures in the reader's network: as its batch normalization has it or, where it has none, as one would. */
export function OwnBatchNorm({ figure, own, run }: OwnBatchNormProps): JSX.Element {
  const t = batchNormMessages.value;
  const { id, result } = run;
  const loaded = useLoaded(useCallback(() => learner.get().call("readHiddenBatch", { run: id }), [id]));
  if (typeof loaded === "string") {
    return <OwnRunWaiting figure={figure} own={own} text={t.opened(keptName(run))} loaded={loaded} />;
  }
  const { units, of, epsilon = batchNormEpsilon } = loaded.value;
  const unit = { name: "unit", min: 1, max: units.length, step: 1, fallback: 1 };
  const { values = [], mean = 0, variance = 0, learned } = units[numberOf(unit) - 1] ?? {};
  const batch = { mean, variance };
  const { momentum = 0, steps = 0 } = result?.batchNormalization ?? {};
  return (
    <BatchNormView
      figure={figure}
      own={own}
      text={(learned ? t.ownText : t.ownWithout)(keptName(run), numberText(values.length))}
      values={values}
      batch={batch}
      average={learned ?? setAverage(batch)}
      // Of any size, unlike those of the lesson.
      digits={{ maximumSignificantDigits: 3 }}
      normalization={learned ? { ...learned, epsilon } : setNormalization()}
      note={
        learned && steps > 0 ? t.ownSteps(numberText(steps), percentText(1 - momentum ** steps)) : undefined
      }
      controls={
        <>
          <ParameterSlider parameter={unit} label={t.unit} />
          <p class="quiet small">{t.unitsOf(numberText(units.length), numberText(of))}</p>
          {!learned && <BatchNormSliders />}
        </>
      }
    />
  );
}

interface OwnBatchNormProps {
  readonly figure: Pick<LessonFigure, "id" | "title">;
  readonly own: OwnRun;
  readonly run: StoredRun;
}
