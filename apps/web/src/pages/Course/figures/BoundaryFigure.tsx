import type { JSX } from "preact";
import { numberText } from "../../../i18n/numberText.ts";
import { setParameters } from "../../../state/route.ts";
import { boundaryMessages } from "./boundaryMessages.ts";
import {
  boundaryBias,
  boundaryLayout,
  boundaryLayouts,
  boundaryLoss,
  boundaryNeuron,
  boundaryPoints,
  boundarySum,
  boundaryWeights,
  stepBoundary,
} from "./boundaryNeuron.ts";
import { BoundaryPlane } from "./BoundaryPlane.tsx";
import { FigureFrame } from "./FigureFrame.tsx";
import type { LessonFigure } from "./LessonFigure.ts";
import { ParameterChoice } from "./ParameterChoice.tsx";
import { ParameterSlider } from "./ParameterSlider.tsx";

/** The straight line by which a neuron with two inputs parts points, turned by hand or by gradient descent. */
export const boundaryFigure: LessonFigure = {
  id: "boundary",
  title: () => boundaryMessages.value.boundary,
  View: BoundaryFigure,
};

function BoundaryFigure(): JSX.Element {
  const t = boundaryMessages.value;
  const [neuron, points] = [boundaryNeuron(), boundaryPoints()];
  const right = points.filter((point) => boundarySum(neuron, point) > 0 === (point.label === 1)).length;
  const counts = [numberText(right), numberText(points.length)] as const;
  const reset = (): void =>
    setParameters(
      Object.fromEntries(
        [...boundaryWeights, boundaryBias, { name: "dots" }].map(({ name }) => [name, undefined]),
      ),
    );
  return (
    <FigureFrame
      figure={boundaryFigure}
      text={t.boundaryText}
      controls={
        <>
          <ParameterChoice
            name="layout"
            label={t.layout}
            value={boundaryLayout()}
            choices={boundaryLayouts.map((value) => ({ value, text: t[value] }))}
            onChange={(layout) => setParameters({ layout, dots: undefined })}
          />
          {boundaryWeights.map((weight, at) => (
            <ParameterSlider key={weight.name} parameter={weight} label={t.weight(String(at + 1))} />
          ))}
          <ParameterSlider parameter={boundaryBias} label={t.bias} />
          <div class="row">
            <button type="button" onClick={() => stepBoundary(1)}>
              {t.step}
            </button>
            <button type="button" onClick={() => stepBoundary(50)}>
              {t.steps}
            </button>
            <button type="button" onClick={reset}>
              {t.reset}
            </button>
          </div>
        </>
      }
    >
      <BoundaryPlane neuron={neuron} points={points} label={t.plane(...counts)} />
      <p class="formula">
        {`${t.right}: `}
        <strong data-value="boundary-right">{t.rightOf(...counts)}</strong>
      </p>
      <p class="formula">
        {`${t.loss}: `}
        <strong data-value="boundary">
          {numberText(boundaryLoss(neuron, points), { minimumFractionDigits: 3, maximumFractionDigits: 3 })}
        </strong>
      </p>
    </FigureFrame>
  );
}
