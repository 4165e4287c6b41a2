import type { JSX } from "preact";
import { useCallback } from "preact/hooks";
import { PixelImage } from "../../../components/PixelImage.tsx";
import { useLoaded } from "../../../components/useLoaded.ts";
import { classNamesText } from "../../../i18n/classNamesText.ts";
import { numberText } from "../../../i18n/numberText.ts";
import { keptName } from "../../../state/keptNames.ts";
import type { StoredRun } from "../../../storage/runs.ts";
import { learner } from "../../../worker/workers.ts";
import { DropoutView } from "./DropoutView.tsx";
import { dropoutMessages } from "./dropoutMessages.ts";
import type { LessonFigure } from "./LessonFigure.ts";
import { OwnRunWaiting } from "./OwnRunWaiting.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";
import type { OwnRun } from "./useOwnRun.ts";

/** Dropout among the units of the reader's network that add most to what it answers of a picture. */
export function OwnDropout({ figure, own, run }: OwnDropoutProps): JSX.Element {
  const t = dropoutMessages.value;
  const { id, dataset } = run;
  const loaded = useLoaded(useCallback(() => learner.get().call("readDropoutUnits", { run: id }), [id]));
  const text = t.ownText(keptName(run));
  if (typeof loaded === "string") {
    return <OwnRunWaiting figure={figure} own={own} text={text} loaded={loaded} />;
  }
  const { pictures, answers, classNames, of } = loaded.value;
  const sample = { name: "sample", min: 1, max: answers.length, step: 1, fallback: 1 };
  const at = numberOf(sample) - 1;
  const { answer = 0, units = [] } = answers[at] ?? {};
  const name = classNamesText(dataset, classNames)[answer] ?? String(answer);
  const [, ...shape] = pictures.shape;
  const size = shape.reduce((product, length) => product * length, 1);
  return (
    <DropoutView
      figure={figure}
      own={own}
      text={text}
      units={units}
      controls={<ParameterSlider parameter={sample} label={t.picture} />}
    >
      <div class="row">
        <div class="own-picture">
          <PixelImage
            data={pictures.data.subarray(at * size, (at + 1) * size)}
            shape={shape}
            label={t.shown}
          />
        </div>
        <p class="quiet small" data-answer={answer}>
          {t.answered(name, numberText(units.length), numberText(of))}
        </p>
      </div>
    </DropoutView>
  );
}

interface OwnDropoutProps {
  readonly figure: Pick<LessonFigure, "id" | "title">;
  readonly own: OwnRun;
  readonly run: StoredRun;
}
