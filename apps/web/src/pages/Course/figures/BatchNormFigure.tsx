import type { JSX } from "preact";
import { batchNormMessages } from "./batchNormMessages.ts";
import { BatchNormSliders, setAverage, setNormalization } from "./BatchNormSliders.tsx";
import { lessonBatch, momentsOf } from "./batchNormUnit.ts";
import { BatchNormView } from "./BatchNormView.tsx";
import { isOfPictures } from "./isOfPictures.ts";
import type { LessonFigure } from "./LessonFigure.ts";
import { OwnBatchNorm } from "./OwnBatchNorm.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";
import { useOwnRun } from "./useOwnRun.ts";

const centre = { name: "centre", min: -5, max: 5, step: 0.1, fallback: 4 };
const spread = { name: "spread", min: 0.1, max: 3, step: 0.1, fallback: 2 };

/** A batch that is brought to mean 0 and deviation 1, and what its averages make of it later. */
export const batchNormFigure: LessonFigure = {
  id: "batch-normalization",
  title: () => batchNormMessages.value.batchNorm,
  View: BatchNormFigure,
};

function BatchNormFigure(): JSX.Element {
  const t = batchNormMessages.value;
  const own = useOwnRun("batchOf", isOfPictures);
  if (own.shown) return <OwnBatchNorm figure={batchNormFigure} own={own} run={own.shown} />;
  const values = lessonBatch(numberOf(centre), numberOf(spread));
  const batch = momentsOf(values);
  return (
    <BatchNormView
      figure={batchNormFigure}
      own={own}
      text={t.batchNormText}
      values={values}
      batch={batch}
      average={setAverage(batch)}
      normalization={setNormalization()}
      reach={10}
      controls={
        <>
          <ParameterSlider parameter={centre} label={t.mean} />
          <ParameterSlider parameter={spread} label={t.deviation} />
          <BatchNormSliders />
        </>
      }
    />
  );
}
