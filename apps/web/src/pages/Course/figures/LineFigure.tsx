import type { JSX } from "preact";
import { Scatter } from "../../../charts/Scatter.tsx";
import { numberText } from "../../../i18n/numberText.ts";
import { FigureFrame } from "./FigureFrame.tsx";
import { lineBias, lineError, linePoints, lineWeight } from "./linePoints.ts";
import type { LessonFigure } from "./LessonFigure.ts";
import { figureMessages } from "./messages.ts";
import { ParameterSlider } from "./ParameterSlider.tsx";
import { numberOf } from "./parameters.ts";

/** A line to turn and to lift, over points that it should go through. */
export const lineFigure: LessonFigure = {
  id: "line",
  title: () => figureMessages.value.line,
  View: LineFigure,
};

function LineFigure(): JSX.Element {
  const t = figureMessages.value;
  const [weight, bias] = [numberOf(lineWeight), numberOf(lineBias)];
  const error = numberText(lineError(weight, bias), { maximumFractionDigits: 3, minimumFractionDigits: 3 });
  const text = (value: number): string => numberText(value, { maximumFractionDigits: 1 });
  return (
    <FigureFrame
      figure={lineFigure}
      text={t.lineText}
      controls={
        <>
          <ParameterSlider parameter={lineWeight} label={t.lineWeight} />
          <ParameterSlider parameter={lineBias} label={t.bias} />
        </>
      }
    >
      <Scatter
        title={t.line}
        description={t.lineLabel(text(weight), text(bias), error)}
        dots={[{ name: t.points, style: "filled", ...linePoints }]}
        lines={[{ slope: weight, intercept: bias, style: "solid" }]}
        x={{ range: [-1.1, 1.1], format: text, label: "x" }}
        y={{ range: [-3, 5], format: text, label: "y" }}
      />
      <p class="formula">
        {`${t.meanSquares} = `}
        <strong data-value="line">{error}</strong>
      </p>
    </FigureFrame>
  );
}
