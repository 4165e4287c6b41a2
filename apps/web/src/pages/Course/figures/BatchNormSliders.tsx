import type { JSX } from "preact";
import { batchNormMessages } from "./batchNormMessages.ts";
import { averageAfter, batchNormEpsilon, type Moments, type Normalization } from "./batchNormUnit.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";

const scale = { name: "scale", min: -3, max: 3, step: 0.1, fallback: 1 };
const shift = { name: "move", min: -3, max: 3, step: 0.1, fallback: 0 };
const steps = { name: "seen", min: 0, max: 1000, step: 10, fallback: 50 };

/** Sets what a unit would have learned, and how far its averages would have come. */
export function BatchNormSliders(): JSX.Element {
  const t = batchNormMessages.value;
  return (
    <>
      <ParameterSlider parameter={scale} label={t.scale} />
      <ParameterSlider parameter={shift} label={t.shift} />
      <ParameterSlider parameter={steps} label={t.steps} />
    </>
  );
}

/** What the sliders set of a unit. */
export function setNormalization(): Normalization {
  return { scale: numberOf(scale), shift: numberOf(shift), epsilon: batchNormEpsilon };
}

/** The averages after as many batches as the sliders set. */
export function setAverage(batch: Moments): Moments {
  return averageAfter(numberOf(steps), batch);
}
