import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { numberText } from "../../../i18n/numberText.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { LossSurface } from "./LossSurface.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { setNumber } from "./parameters.ts";
import { raceMessages } from "./raceMessages.ts";
import { raceLoss, racePaths, raceRate, raceStart, raceSteps } from "./raceNetwork.ts";

/** How long a step stays on the page, in milliseconds. */
const stepTime = 40;

/** Marbles that optimizers roll down the loss of a network with two weights, until the rate breaks them. */
export const raceFigure: LessonFigure = {
  id: "race",
  title: () => raceMessages.value.race,
  View: RaceFigure,
};

function RaceFigure(): JSX.Element {
  const t = raceMessages.value;
  const step = useSignal(raceSteps);
  const isRacing = useSignal(false);
  useEffect(() => {
    if (!isRacing.value) return undefined;
    const timer = setInterval(() => {
      step.value += 1;
      if (step.value >= raceSteps) isRacing.value = false;
    }, stepTime);
    return () => clearInterval(timer);
  }, [isRacing.value, step, isRacing]);
  const race = (): void => {
    if (globalThis.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    step.value = 0;
    isRacing.value = true;
  };
  const paths = racePaths();
  const lossText = (weights: readonly number[]): string =>
    numberText(raceLoss(weights), { maximumFractionDigits: 4 });
  return (
    <FigureFrame
      figure={raceFigure}
      text={t.raceText}
      controls={
        <>
          <ParameterSlider parameter={raceStart[0]} label={t.start("w1")} />
          <ParameterSlider parameter={raceStart[1]} label={t.start("w2")} />
          <ParameterSlider parameter={raceRate} label={t.pace} />
          <div class="row">
            <button type="button" disabled={isRacing.value} onClick={race}>
              {t.roll}
            </button>
          </div>
        </>
      }
    >
      <LossSurface
        label={t.surface}
        paths={paths}
        step={step.value}
        onStart={(weights) => {
          for (const [at, parameter] of raceStart.entries()) setNumber(parameter, weights[at] ?? 0);
        }}
      />
      <table class="race">
        <thead>
          <tr>
            <th scope="col">{t.optimizer}</th>
            <th scope="col" class="number">
              {t.lossAfter(step.value)}
            </th>
          </tr>
        </thead>
        <tbody>
          {paths.map(({ rule, path, isBroken }) => (
            <tr key={rule} data-rule={rule} data-broken={isBroken}>
              <th scope="row">{t[rule]}</th>
              <td class="number">
                {isBroken && step.value === raceSteps
                  ? t.broken
                  : lossText(path[Math.min(step.value, path.length - 1)] ?? [])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureFrame>
  );
}
